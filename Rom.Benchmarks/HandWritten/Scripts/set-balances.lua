-- Stores other balances, if all that were read are still stored.
-- KEYS: by balance; each row
-- ARGV: of each account: balance as it was read, new one, members of both
-- Returns 0 done, 1 a row is missing, 2 another writer was faster.
local call = redis.call
for i = 2, #KEYS do
  local present = call('HGET', KEYS[i], 'Balance')
  if not present then return 1 end
  if present ~= ARGV[4 * i - 7] then return 2 end
end
for i = 2, #KEYS do
  local at = 4 * i - 7
  call('HSET', KEYS[i], 'Balance', ARGV[at + 1])
  call('ZADD', KEYS[1], 0, ARGV[at + 3])
  call('ZREM', KEYS[1], ARGV[at + 2])
end
return 0
