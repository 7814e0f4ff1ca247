-- Stores another balance, if the one that was read is still stored.
-- KEYS: row, by balance
-- ARGV: balance as it was read, new one, members of both
-- Returns 0 done, 1 the row is missing, 2 another writer was faster.
local call = redis.call
local present = call('HGET', KEYS[1], 'Balance')
if not present then return 1 end
if present ~= ARGV[1] then return 2 end
call('HSET', KEYS[1], 'Balance', ARGV[2])
call('ZADD', KEYS[2], 0, ARGV[4])
call('ZREM', KEYS[2], ARGV[3])
return 0
