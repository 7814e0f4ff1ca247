#!lua flags=no-writes
-- The row that has a value in a unique.
--@key unique: the hash of the unique
--@key model: the schema record, which also names the slot of the row
--@arg fingerprint, value, head of row keys, form of members ('g' a Guid's 16 bytes, 't' text), fields ...
--@returns the fields, or an empty array when no row has the value; or nothing and the stored description when the writers' uniques are not the reader's
--@include shared/members
local stored = redis.call('HGET', KEYS[2], 'fingerprint')
if stored and stored ~= ARGV[1] then return { false, redis.call('HGET', KEYS[2], 'description') or '' } end
local member = redis.call('HGET', KEYS[1], ARGV[2])
if not member then return {} end
local row = redis.call('HMGET', ARGV[3] .. keytext(member, ARGV[4]), unpack(ARGV, 5))
return row[1] and row or {}
