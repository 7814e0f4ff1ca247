-- Writes one row with its uniques and index entries, all or nothing: what nearly every commit is. commit.lua does the same for several rows; the parts
-- that they share are straight code here, because a loop over one row and a table for its numbers took a fifth of its time.
--@key schema; the row's, as shared/commit/row says
--@arg fingerprint; the row's, as shared/commit/row says
--@returns 0 done; an assigned key, done; otherwise what commit.lua returns
local call, unpack, KEYS, ARGV = redis.call, unpack, KEYS, ARGV

local stored = call('HGET', KEYS[1], 'fingerprint')
if stored ~= ARGV[1] then
  if stored then return { 5, 0, call('HGET', KEYS[1], 'description') or '' } end
  return { 6, 0 }
end

local r, at, key, refused, chosen, taken = 1, 1, 1
--@include shared/commit/row

for i = 1, takes do
  local owner = call('HGET', KEYS[key + i], ARGV[at + sets + clears + i])
  if owner and owner ~= member then
    refused = refused or {}
    refused[#refused + 1] = { 4, 0, i - 1, owner }
  end
end
--@include shared/commit/refuse

local dropped
if unworded > 0 then
  dropped = {}
  local last = key + takes + releases + ordered + postings + 2 * words + unordered + unposted
  for i = last + 1, last + 2 * unworded, 2 do dropped[KEYS[i]] = call('SCARD', KEYS[i]) == 1 end
end

local result, last = 0
if counter then
  --@include shared/commit/assign
  last = call('GET', counter) or '0'
  if kind == 5 then
    last, name = assign(last, ARGV[at - 1], ARGV[at])
    if not last then return { 7, 0 } end
    member, result, ARGV[at + 2] = last, last, last
  elseif exceeds(member, last) then
    last = member
  end
end

-- Write.
--@include shared/commit/add
--@include shared/commit/remove
if last then call('SET', counter, last) end
return result
