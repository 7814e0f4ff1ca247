#!lua flags=no-writes
-- The rows of some ranges of an ordered index, in its order: a search that has nothing to test. Most are, and search.lua needs longer to
-- read its question than this for three rows.
--@key index: the ordered index, or the set of all keys; the schema record
--@arg numbers: rows to skip, rows to take and 1 (0: all), 1 if descending, units of work, how many columns, fields, ranges
--@arg fingerprint, head of row keys, form of members ('g' or 't'), form of each column, fields, low and high of each range
--@returns visited, rows found, 0 or 1 if more calls are needed, where they go on: after this entry, rows still to skip,
--@returns then the fields of each row, one row after the other; or -1, stored description when the writers' indexes are not the reader's; or -3, the key of a row that holds another one
local call, unpack, ARGV = redis.call, unpack, ARGV

--@include shared/schema

local other = otherSchema(ARGV[2])
if other then return { -1, other } end

--@include shared/budget
--@include shared/members
--@include shared/entries

local wrong
local skip, take, descending, limit, columns, fields, ranges = cmsgpack.unpack(ARGV[1])
local head, form = ARGV[3], ARGV[4]
local firstField, lastField = 5 + columns, 4 + columns + fields
local source = { key = KEYS[1], forms = { unpack(ARGV, 5, 4 + columns) }, ranges = { unpack(ARGV, lastField + 1, lastField + 2 * ranges) } }
local backwards = descending == 1
take = take - 1
most = limit

local at = skip > 0 and skipEntries(source, backwards, skip) or nil
local output, written, found = { 0, 0, 0, '', 0 }, 5, 0
if skip == 0 or at then
  at = eachEntry(source, backwards, at, take >= 0 and math.min(math.max(take, 8), 1000) or 1000, function(member)
    local key = keytext(member, form)
    local row = call('HMGET', head .. key, unpack(ARGV, firstField, lastField))
    if row[1] and row[1] ~= key then wrong = key end
    visited, work = visited + 1, work + 1 + costOfRow(fields) + costOfBytes(row)
    -- A row that somebody removed by hand leaves its entries behind.
    if row[1] then
      for i = 1, fields do output[written + i] = row[i] end
      written, found = written + fields, found + 1
    end
    return wrong or found == take or late()
  end)
  if at and found ~= take then output[3], output[4] = 1, at[2] or at[3] end
end
if wrong then return { -3, wrong } end
output[1], output[2] = visited, found
return output
