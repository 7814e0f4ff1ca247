-- Stores new accounts, all or none.
-- KEYS: counter, all, e-mails, by balance, by name; of each account: the status's accounts, each word's accounts
-- ARGV: head of row keys; of each account: how many keys it has, e-mail, balance, bio, name, status, order of the balance
-- Returns the ids, or nil when an e-mail is taken.
local call = redis.call
local emails = {}
for at = 2, #ARGV, 7 do
  local email = ARGV[at + 1]
  if emails[email] or call('HEXISTS', KEYS[3], email) == 1 then return false end
  emails[email] = true
end
local ids, key, last = {}, 5, call('INCRBY', KEYS[1], (#ARGV - 1) / 7) - (#ARGV - 1) / 7
for at = 2, #ARGV, 7 do
  last = last + 1
  local id = string.format('%.0f', last)
  call('HSET', ARGV[1] .. id, 'Id', id, 'Email', ARGV[at + 1], 'Balance', ARGV[at + 2], 'Bio', ARGV[at + 3], 'Name', ARGV[at + 4], 'Status', ARGV[at + 5])
  call('HSET', KEYS[3], ARGV[at + 1], id)
  call('ZADD', KEYS[2], 0, id)
  call('ZADD', KEYS[4], 0, ARGV[at + 6] .. id)
  call('ZADD', KEYS[5], 0, ARGV[at + 4] .. '\0' .. id)
  local own = tonumber(ARGV[at])
  for i = key + 1, key + own do call('SADD', KEYS[i], id) end
  key = key + own
  ids[#ids + 1] = id
end
return ids
