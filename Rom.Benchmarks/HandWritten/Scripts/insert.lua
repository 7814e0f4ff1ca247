-- Stores a new account unless another has its e-mail.
-- KEYS: counter, all, e-mails, by balance, by name, the status's accounts, each word's accounts
-- ARGV: head of row keys, e-mail, balance, bio, name, status, order of the balance
-- Returns the id, or nil when the e-mail is taken.
local call = redis.call
if call('HEXISTS', KEYS[3], ARGV[2]) == 1 then return false end
local id = string.format('%.0f', call('INCR', KEYS[1]))
call('HSET', ARGV[1] .. id, 'Id', id, 'Email', ARGV[2], 'Balance', ARGV[3], 'Bio', ARGV[4], 'Name', ARGV[5], 'Status', ARGV[6])
call('HSET', KEYS[3], ARGV[2], id)
call('ZADD', KEYS[2], 0, id)
call('ZADD', KEYS[4], 0, ARGV[7] .. id)
call('ZADD', KEYS[5], 0, ARGV[5] .. '\0' .. id)
for i = 6, #KEYS do call('SADD', KEYS[i], id) end
return id
