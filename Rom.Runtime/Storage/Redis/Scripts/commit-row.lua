-- Writes one row with its uniques and index entries, all or nothing: what nearly every commit is. commit.lua does the same for several rows; the parts
-- that they share are straight code here, because a loop over one row and a table for its numbers took a fifth of its time.
--@key schema; the row's, as shared/commit/row says
--@arg fingerprint; the row's, as shared/commit/row says
--@returns nil done; an assigned key, done; {0, assigned key if any, version} done; otherwise what commit.lua returns
local call, unpack, KEYS, ARGV = redis.call, unpack, KEYS, ARGV

--@include shared/commit/schema

local r, at, key, refused, chosen, taken = 1, 1, 1
--@include shared/commit/row

-- Most changes move entries of ordered indexes and do nothing else.
if takes then
  local values, uniques = at + sets + clears + 2 * moves, key + moves
  for i = 1, takes do
    local owner = call('HGET', KEYS[uniques + i], ARGV[values + i])
    if owner and owner ~= member then
      refused = refused or {}
      refused[#refused + 1] = { 4, 0, i - 1, owner }
    end
  end
end

-- A row that is to go and is gone leaves nothing behind: the delete goes on, and the refusal is the answer. Its uniques may be another row's by now.
local result, passed = false
if kind == 1 and refused and refused[1][1] == 1 then
  result, refused, taken = refused[1], nil, {}
  for i = 1, releases do
    local unique, value = KEYS[key + i], ARGV[at + i]
    taken[unique .. '\0' .. value] = call('HGET', unique, value) ~= member
  end
end
--@include shared/commit/refuse

-- The ordered set of words loses those whose last posting goes. Which ones is known before the first write.
local dropped
if takes and unworded > 0 then
  dropped = {}
  local last = key + moves + takes + ordered + postings + 2 * words + points + releases + unordered + unposted
  for i = last + 1, last + 2 * unworded, 2 do dropped[KEYS[i]] = call('SCARD', KEYS[i]) == 1 and (not taken or call('SISMEMBER', KEYS[i], member) == 1) end
end

if kind == 5 then
  local last, head, greatest = call('GET', counter) or '0', ARGV[at - 1], ARGV[at]
  if not last:find('^%d+$') then return { 11, 0 } end
  -- Nearly always the next number is free; a Lua number is exact to 2^53.
  member = #last < 16 and string.format('%.0f', last + 1) or greatest
  name = head .. member
  if #last > 15 or #member > #greatest or #member == #greatest and member > greatest or call('EXISTS', name) == 1 then
    --@include shared/commit/assign
    member, name = assign(last, head, greatest)
    if not member then return { 7, 0 } end
  end
  passed, result, ARGV[at + 2] = member, member, member
  if ordered > 0 and ARGV[at + sets + takes + 1] == '' then
    --@include shared/commit/rank
    ARGV[at + sets + takes + 1] = rank(member)
  end
  if natives then
    for i = 1, #natives do natives[i] = natives[i] .. member end
  end
elseif kind == 4 then
  --@include shared/decimal
  if exceeds(member, call('GET', counter) or '0') then passed = member end
end

local version
if versions then
  --@include shared/commit/version
  version = nextversion(call('GET', versions), kind < 3 and call('HGET', name, ARGV[at + sets - 1]))
  ARGV[at + sets] = version
end

-- Write.
--@include shared/commit/change
if takes then
  --@include shared/commit/add
  --@include shared/commit/remove
end
if passed then call('SET', counter, passed) end
if version then
  call('SET', versions, version)
  return kind == 5 and { 0, result, version } or { 0, version }
end
return result
