#!lua flags=no-writes
-- The row that has a value in a unique.
--@key unique: the hash of the unique
--@key model: the set of all keys, which names the slot of the row
--@arg value, head of row keys, form of members ('g' a Guid's 16 bytes, 't' text), fields ...
--@returns the fields, or an empty array when no row has the value
--@include shared/members
local member = redis.call('HGET', KEYS[1], ARGV[1])
if not member then return {} end
return redis.call('HMGET', ARGV[2] .. keytext(member, ARGV[3]), unpack(ARGV, 4))
