#!lua flags=no-writes
-- The row that has a value in a unique.
--@key unique: the hash of the unique
--@key model: the schema record, which also names the slot of the row
--@arg value; as MessagePack: fingerprint, head of row keys, form of members ('g' a Guid's 16 bytes, 't' text), fields ...
--@returns the fields, or nil when no row has the value; or nothing and the stored description when the writers' uniques are not the reader's; or nothing twice and
--@returns the key of a row that holds another one
local call = redis.call

--@include shared/members
--@include shared/schema

local function row(fingerprint, head, form, ...)
  local other = otherSchema(fingerprint)
  if other then return { false, other } end
  local member = call('HGET', KEYS[1], ARGV[1])
  if not member then return false end
  local key = keytext(member, form)
  local fields = call('HMGET', head .. key, ...)
  if fields[1] and fields[1] ~= key then return { false, false, key } end
  return fields[1] and fields or false
end

return row(cmsgpack.unpack(ARGV[2]))
