#!lua flags=no-writes
-- A part of each of some sets, sorted sets and hashes, as far as one call goes.
--@key schema; the keys
--@arg fingerprint, how many members to return before the next key is left to another call; of each key: its type, where to go on ('0' at the beginning)
--@returns -1 and the description when the record is another; or how many keys were reached; of each: where to go on ('0' at its end), how many values follow (-1: it has another
--@returns type), the values: members, in a sorted set or hash each with its score or value
local call, KEYS, ARGV = redis.call, KEYS, ARGV
local fingerprint = call('HGET', KEYS[1], 'fingerprint')
if fingerprint and fingerprint ~= ARGV[1] then return { -1, call('HGET', KEYS[1], 'description') } end
local output, written, most = { 0 }, 1, tonumber(ARGV[2])

local function scan(wanted, key, cursor)
  local kind = call('TYPE', key).ok
  if kind == 'none' then return { '0', {} } end
  if kind ~= wanted then return { '0' } end
  if kind == 'zset' then return call('ZSCAN', key, cursor, 'COUNT', 500) end
  if kind == 'hash' then return call('HSCAN', key, cursor, 'COUNT', 500) end
  return call('SSCAN', key, cursor, 'COUNT', 500)
end

local reached = 0
while reached < #KEYS - 1 and written < most do
  reached = reached + 1
  local page = scan(ARGV[1 + 2 * reached], KEYS[1 + reached], ARGV[2 + 2 * reached])
  output[written + 1], output[written + 2] = page[1], page[2] and #page[2] or -1
  written = written + 2
  for i = 1, page[2] and #page[2] or 0 do output[written + i] = page[2][i] end
  written = written + (page[2] and #page[2] or 0)
end
output[1] = reached
return output
