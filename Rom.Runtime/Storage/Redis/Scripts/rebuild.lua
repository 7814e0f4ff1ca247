-- One step of rebuilding a model's indexes, if the schema record still is what the caller knows: changes the record, the set of all keys, and deletes keys.
--@key schema, all keys; the keys to delete
--@arg expected fingerprint ('' if there must be none), numbers (fields to set, fields to clear, keys to add), field and value of each, cleared fields,
--@arg members of the keys to add, members of those to remove
--@returns 1 done; 0 the record is another
local call, unpack, KEYS, ARGV = redis.call, unpack, KEYS, ARGV
if (call('HGET', KEYS[1], 'fingerprint') or '') ~= ARGV[1] then return { 0 } end
local sets, clears, adds = cmsgpack.unpack(ARGV[2])

-- Write.
local at = 2
if sets > 0 then call('HSET', KEYS[1], unpack(ARGV, at + 1, at + 2 * sets)) end
-- One is written.
at = at + 2 * sets
for i = at + 1, at + clears do call('HDEL', KEYS[1], ARGV[i]) end
at = at + clears
for i = at + 1, at + adds do call('ZADD', KEYS[2], 0, ARGV[i]) end
for i = at + adds + 1, #ARGV do call('ZREM', KEYS[2], ARGV[i]) end
for i = 3, #KEYS do call('UNLINK', KEYS[i]) end
return { 1 }
