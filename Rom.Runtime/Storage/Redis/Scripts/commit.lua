-- Writes rows with their uniques and index entries, all or nothing: reads, decides, and only then writes.
--@key schema of each model; then that of each check, as shared/commit/check says; then those of each reference, as shared/commit/refer says; then those of each row, as shared/commit/row says
--@arg how many models, how many rows, how many checks, how many references; fingerprint and description of each model, '' to leave an absent record absent
--@arg then those of each check, as shared/commit/check says; then those of each reference, as shared/commit/refer says; then those of each row, as shared/commit/row says
--@returns 0 done; {0, assigned keys ..., versions ..., rows to delete that were gone ...} done
--@returns {1, row} it is missing; {2, row, guarded fields ...} it exists; {3, row, guarded fields ...} a guard failed
--@returns {4, row, number of the take, member that has the value}; {5, model, stored description}; {6, model} no schema record; {7, row} no key is left
--@returns {10, row} an earlier row has its key; {11, row} the counter holds no key
--@returns {8, length of a refusal, the refusal ...} when several are refused: each refusal as above, at most 100
--@returns {9, check} what was read is no longer so
local call, unpack, KEYS, ARGV = redis.call, unpack, KEYS, ARGV

local models, count, checks, references = cmsgpack.unpack(ARGV[1])
local at, key = 1 + 2 * models, models

-- Schema records: the writer's indexes are those that the stored rows have.
local create
for m = 1, models do
  local stored = call('HGET', KEYS[m], 'fingerprint')
  if stored ~= ARGV[2 * m] then
    if stored then return { 5, m - 1, call('HGET', KEYS[m], 'description') or '' } end
    if ARGV[2 * m + 1] == '' then return { 6, m - 1 } end
    create = create or {}
    create[#create + 1] = m
  end
end

local refused
--@include shared/commit/check
local linkarg, linkkey = at, key
at, key = at + 4 * references, key + 2 * references

-- Each row by itself. What was found of it is kept as an array, which 'unpack' turns into the locals that the shared parts use.
local rows, chosen, gone = {}, {}, {}
for r = 1, count do
  --@include shared/commit/row
  -- A row that is to go and is gone refuses nothing, and leaves nothing behind.
  local last = refused and refused[#refused]
  local missing = kind == 1 and last and last[1] == 1 and last[2] == r - 1
  if missing then
    gone[#gone + 1], refused[#refused] = r, nil
    if #refused == 0 then refused = nil end
  end
  if not takes then takes, ordered, postings, words, points, releases, unordered, unposted, unworded = 0, 0, 0, 0, 0, 0, 0, 0, 0 end
  rows[r] = {
    name, member, all, counter, others, at, key, kind, sets, clears, moves, takes, ordered, postings, words, points, releases, unordered,
    unposted, unworded, versions, natives, missing,
  }
  at = at + sets + clears + 2 * moves + takes + ordered + words + 2 * points + releases + unordered + unworded
  key = key + moves + takes + ordered + postings + 2 * words + points + releases + unordered + unposted + 2 * unworded
end

-- Uniques, against the final state: a value that a row of this commit releases is free, one that two rows take is not.
local released, taken = {}, {}
for r = 1, count do
  local _, member, _, _, _, at, key, _, sets, clears, moves, takes, ordered, postings, words, points, releases = unpack(rows[r], 1, 17)
  local values, uniques = at + sets + clears + 2 * moves + takes + ordered + words + 2 * points, key + moves + takes + ordered + postings + 2 * words + points
  for i = 1, releases do
    local one = KEYS[uniques + i] .. '\0' .. ARGV[values + i]
    released[one] = released[one] or {}
    released[one][member] = true
  end
end
for r = 1, count do
  local _, member, _, _, _, at, key, _, sets, clears, moves, takes = unpack(rows[r], 1, 12)
  local values, uniques = at + sets + clears + 2 * moves, key + moves
  for i = 1, takes do
    local unique, value = KEYS[uniques + i], ARGV[values + i]
    local owner, one = call('HGET', unique, value), unique .. '\0' .. value
    if not owner or owner == member or released[one] and released[one][owner] then owner = taken[one] end
    taken[one] = taken[one] or member
    if owner then
      refused = refused or {}
      refused[#refused + 1] = { 4, r - 1, i - 1, owner }
    end
  end
end
--@include shared/commit/refuse

-- What a row that is gone has had may be another row's by now.
for _, r in ipairs(gone) do
  local _, member, _, _, _, at, key, _, sets, clears, moves, takes, ordered, postings, words, points, releases = unpack(rows[r], 1, 17)
  local values, uniques = at + sets + clears + 2 * moves + takes + ordered + words + 2 * points, key + moves + takes + ordered + postings + 2 * words + points
  for i = 1, releases do
    local unique, value = KEYS[uniques + i], ARGV[values + i]
    if call('HGET', unique, value) ~= member then taken[unique .. '\0' .. value] = true end
  end
end

-- Words: the ordered set of words loses those whose last posting goes. Which ones is known before the first write.
local members, dropped = {}, {}
for r = 1, count do
  local _, member, _, _, _, _, key, _, _, _, moves, takes, ordered, postings, words, points, releases, unordered, unposted, unworded = unpack(rows[r], 1, 20)
  local last, before = key + moves + takes + ordered + postings + 2 * words + points + releases + unordered + unposted
  for i = last + 1, last + 2 * unworded, 2 do
    local own = KEYS[i] ~= before and (not rows[r][23] and 1 or call('SISMEMBER', KEYS[i], member))
    if own then members[KEYS[i]] = (members[KEYS[i]] or call('SCARD', KEYS[i])) - own end
    before = KEYS[i]
  end
end
for r = 1, count do
  local _, _, _, _, _, _, key, _, _, _, moves, takes, ordered, postings, words = unpack(rows[r], 1, 15)
  local last, before = key + moves + takes + ordered + postings
  for i = last + 1, last + 2 * words, 2 do
    if members[KEYS[i]] and KEYS[i] ~= before then members[KEYS[i]] = members[KEYS[i]] + 1 end
    before = KEYS[i]
  end
end
for posting, number in pairs(members) do dropped[posting] = number <= 0 end

-- The counter goes beyond keys that callers chose.
--@include shared/commit/assign
--@include shared/commit/rank
local result, last = 0, {}
for r = 1, count do
  local _, member, _, counter, _, _, _, kind = unpack(rows[r], 1, 8)
  if kind == 4 then
    local known = last[counter] or call('GET', counter) or '0'
    if exceeds(member, known) then last[counter] = member end
  end
end

-- Keys that the store assigns: the next free ones after the counter.
for r = 1, count do
  local row = rows[r]
  local counter, at = row[4], row[6]
  if row[8] == 5 then
    local known = last[counter] or call('GET', counter) or '0'
    if not known:find('^%d+$') then return { 11, r - 1 } end
    local id, name = assign(known, ARGV[at - 1], ARGV[at], chosen)
    if not id then return { 7, r - 1 } end
    row[1], row[2], last[counter], ARGV[at + 2] = name, id, id, id
    local own = at + row[9] + row[12] + 1
    if row[13] > 0 and ARGV[own] == '' then ARGV[own] = rank(id) end
    local natives = row[22]
    if natives then
      for i = 1, #natives do natives[i] = natives[i] .. id end
    end
    if result == 0 then result = { 0, id } else result[#result + 1] = id end
  end
end

-- Rows of models with a version get the next one each.
--@include shared/commit/version
local numbers = {}
for r = 1, count do
  local row = rows[r]
  local versions = row[21]
  if versions then
    local own = row[8] < 3 and call('HGET', row[1], ARGV[row[6] + row[9] - 1])
    local number = nextversion(numbers[versions] or call('GET', versions), own)
    numbers[versions], ARGV[row[6] + row[9]] = number, number
    if result == 0 then result = { 0, number } else result[#result + 1] = number end
  end
end

for _, r in ipairs(gone) do
  if result == 0 then result = { 0, r - 1 } else result[#result + 1] = r - 1 end
end

-- Write.
for r = 1, count do
  local row = rows[r]
  local name, member, all, _, others, at, key, kind, sets, clears, moves, takes, ordered, postings, words, points = unpack(row, 1, 16)
  --@include shared/commit/change
  --@include shared/commit/add
  row[6], row[7] = at, key
end
--@include shared/commit/refer
for r = 1, count do
  local name, member, all, _, _, at, key, kind, _, _, _, _, _, _, _, _, releases, unordered, unposted, unworded = unpack(rows[r], 1, 20)
  local natives = rows[r][22]
  --@include shared/commit/remove
end
for counter, id in pairs(last) do call('SET', counter, id) end
for versions, number in pairs(numbers) do call('SET', versions, number) end
for _, m in ipairs(create or {}) do call('HSET', KEYS[m], 'fingerprint', ARGV[2 * m], 'description', ARGV[2 * m + 1]) end
return result
