#!lua flags=no-writes
-- The next rows of a model in the order of their members, while its indexes are rebuilt.
--@key all keys, schema
--@arg fingerprint that the record must have, where to go on ('-', or '(' and a member), how many, how many bytes of them, head of row keys, form of members, fields
--@returns how many there are in all and before these, then each member and its fields; or -1 when the record is another
--@include shared/members
local call, unpack, KEYS, ARGV = redis.call, unpack, KEYS, ARGV
if call('HGET', KEYS[2], 'fingerprint') ~= ARGV[1] then return { -1 } end
local before = ARGV[2] == '-' and 0 or call('ZLEXCOUNT', KEYS[1], '-', '[' .. ARGV[2]:sub(2))
local output, written, size = { call('ZCARD', KEYS[1]), before }, 2, 0
for _, member in ipairs(call('ZRANGEBYLEX', KEYS[1], ARGV[2], '+', 'LIMIT', 0, ARGV[3])) do
  local row = call('HMGET', ARGV[5] .. keytext(member, ARGV[6]), unpack(ARGV, 7))
  output[written + 1] = member
  for i = 1, #row do
    output[written + 1 + i] = row[i]
    size = size + (row[i] and #row[i] or 0)
  end
  written = written + 1 + #row
  -- Large rows are left to the next call.
  if size > tonumber(ARGV[4]) then break end
end
return output
