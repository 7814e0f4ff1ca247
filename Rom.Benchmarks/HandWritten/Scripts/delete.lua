-- Deletes an account with its entries, if it still is what was read.
-- KEYS: row, all, e-mails, by balance, by name, the status's accounts, each word's accounts
-- ARGV: id, e-mail, balance, bio, name, status, member of the balance
-- Returns 0 done, 1 the row is missing, 2 another writer was faster.
local call = redis.call
local present = call('HMGET', KEYS[1], 'Email', 'Balance', 'Bio', 'Name', 'Status')
if not present[1] then return 1 end
for i = 1, 5 do
  if present[i] ~= ARGV[i + 1] then return 2 end
end
local id = ARGV[1]
call('DEL', KEYS[1])
call('HDEL', KEYS[3], ARGV[2])
call('ZREM', KEYS[2], id)
call('ZREM', KEYS[4], ARGV[7])
call('ZREM', KEYS[5], ARGV[5] .. '\0' .. id)
for i = 6, #KEYS do call('SREM', KEYS[i], id) end
return 0
