#!lua flags=no-writes
-- Rows and what is stored of their entries, so that both are of one moment.
--@key schema, last assigned key, last version; of each item: its row, the key of each probe
--@arg fingerprint, how many bytes of fields to return at most, how many fields, the fields; of each item: how many probes; of each probe: a letter (z member of a sorted set,
--@arg s member of a set, h field of a hash, e key), the member or field, its score or value
--@returns -1 and the description when the record is another; or how many items fitted, 1 if there is a record, last assigned key, last version; of each item: the fields,
--@returns and of each probe 1 it is so, 0 it is absent, 2 it has another score or value, 3 the key has another type
local call, unpack, KEYS, ARGV = redis.call, unpack, KEYS, ARGV
local fingerprint = call('HGET', KEYS[1], 'fingerprint')
if fingerprint and fingerprint ~= ARGV[1] then return { -1, call('HGET', KEYS[1], 'description') } end
local types, typeof = {}, { z = 'zset', s = 'set', h = 'hash' }

local function kind(key)
  local known = types[key]
  if not known then
    known = call('TYPE', key).ok
    types[key] = known
  end
  return known
end

local function counter(key) return kind(key) == 'string' and call('GET', key) end

local function probe(letter, key, item, expected)
  if letter == 'e' then return call('EXISTS', key) end
  if kind(key) == 'none' then return 0 end
  if kind(key) ~= typeof[letter] then return 3 end
  if letter == 's' then return call('SISMEMBER', key, item) end
  if letter == 'z' then
    local score = call('ZSCORE', key, item)
    return not score and 0 or tonumber(score) == tonumber(expected) and 1 or 2
  end
  local value = call('HGET', key, item)
  return not value and 0 or value == expected and 1 or 2
end

local fields = tonumber(ARGV[3])
local output, written, done, size = { 0, fingerprint and 1 or 0, counter(KEYS[2]), counter(KEYS[3]) }, 4, 0, 0
local at, key, first, last = 3 + fields, 3, 4, 3 + fields
while at < #ARGV and size < tonumber(ARGV[2]) do
  local probes, row = tonumber(ARGV[at + 1]), KEYS[key + 1]
  local isrow = kind(row) == 'hash'
  local values = isrow and call('HMGET', row, unpack(ARGV, first, last))
  for i = 1, fields do
    local value = values and values[i] or false
    output[written + i] = value
    if value then size = size + #value end
  end
  written, at, key = written + fields, at + 1, key + 1
  for i = 1, probes do output[written + i] = probe(ARGV[at + 3 * i - 2], KEYS[key + i], ARGV[at + 3 * i - 1], ARGV[at + 3 * i]) end
  written, at, key, done = written + probes, at + 3 * probes, key + probes, done + 1
end
output[1] = done
return output
