#!lua flags=no-writes
-- The next rows of a model in the order of their members, while its indexes are rebuilt.
--@key all keys, schema
--@arg fingerprint that the record must have, where to go on ('-', or '(' and a member), how many, head of row keys, form of members, fields
--@returns how many there are in all, then each member and its fields; or -1 when the record is another
--@include shared/members
local call, unpack, KEYS, ARGV = redis.call, unpack, KEYS, ARGV
if call('HGET', KEYS[2], 'fingerprint') ~= ARGV[1] then return { -1 } end
local output, written = { call('ZCARD', KEYS[1]) }, 1
for _, member in ipairs(call('ZRANGEBYLEX', KEYS[1], ARGV[2], '+', 'LIMIT', 0, ARGV[3])) do
  local row = call('HMGET', ARGV[4] .. keytext(member, ARGV[5]), unpack(ARGV, 6))
  output[written + 1] = member
  for i = 1, #row do output[written + 1 + i] = row[i] end
  written = written + 1 + #row
end
return output
