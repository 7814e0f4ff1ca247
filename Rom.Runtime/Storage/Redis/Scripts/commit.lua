-- Writes rows with their uniques and index entries, all or nothing: reads, decides, and only then writes.
-- A row's numbers travel as one string of MessagePack integers, and its places in KEYS and ARGV are kept in an array: tables with named
-- fields, closures and an argument for each number took half of the time of a small save.
--@key schema, all keys, counter: three of each model, in the order of the models
--@key row: each row's key, unless the script assigns it
--@key unique: the hash of each value taken, then of each value released
--@key entry: of each entry added, then of each removed: the ordered index, or the posting, or the posting and the set of words
--@arg numbers: how many models, how many rows
--@arg model: fingerprint, description or '' to leave an absent record absent, head of row keys, field of the key, greatest assigned key
--@arg row: numbers (its model; 1 if it must exist or 0 if it must not; 0 set, 1 delete or 2 set and drop other fields; then how many
--@arg guards, sets, clears, takes, releases, entries added: ordered, postings, words; removed: the same), member or ''
--@arg guards: a letter for each (= equal, # equal SHA-1, - absent), the fields, then the bytes of each
--@arg sets: field and value of each; of a new row the field of the key comes first
--@arg clears: fields; takes: values; releases: values
--@arg added: prefixes in ordered indexes, words of postings with words; removed: the same
--@returns 0 done; {0, assigned keys ...} done
--@returns {1, row} it is missing; {2, row, guarded fields ...} it exists; {3, row, guarded fields ...} a guard failed
--@returns {4, row, number of the take, member that has the value}; {5, model, stored description}; {6, model} no schema record; {7, row} no key is left
--@returns {8, length of a refusal, the refusal ...} when several rows are refused: each refusal as above, at most 100
local call, unpack, KEYS, ARGV = redis.call, unpack, KEYS, ARGV

local models, count = cmsgpack.unpack(ARGV[1])
local several = count > 1
local at, key = 1 + 5 * models, 3 * models

-- Schema records: the writer's indexes are those that the stored rows have.
local create
for m = 1, models do
  local stored, first = call('HGET', KEYS[3 * m - 2], 'fingerprint'), 5 * m - 3
  if stored ~= ARGV[first] then
    if stored then return { 5, m - 1, call('HGET', KEYS[3 * m - 2], 'description') or '' } end
    if ARGV[first + 1] == '' then return { 6, m - 1 } end
    create = create or {}
    create[#create + 1] = m
  end
end

-- Read and decide: each row's existence and guards. A row is {name, member, place of its fields in ARGV, place of its uniques in KEYS,
-- place of its model's counter in KEYS, its numbers ..., other fields to drop}.
local rows, takers, dropping, assigning, choosing = {}, false, false, false, false
local refused, chosen = nil, several and {}
for r = 1, count do
  local model, exists, action, guards, sets, clears, takes, releases, ordered, postings, words, unordered, unposted, unworded =
    cmsgpack.unpack(ARGV[at + 1])
  local member, letters = ARGV[at + 2], ARGV[at + 3]
  local expected, name = at + 3 + guards, false
  if exists == 0 and member == '' and ARGV[5 * model + 1] ~= '' then
    assigning = true
  else
    key = key + 1
    name = KEYS[key]
    local present = call('HMGET', name, ARGV[5 * model], unpack(ARGV, at + 4, expected))
    if present[1] and exists == 0 then
      refused = refused or {}
      refused[#refused + 1] = { 2, r - 1, unpack(present, 2, guards + 1) }
    elseif present[1] then
      for g = 1, guards do
        local letter, value, wanted = letters:byte(g), present[g + 1], ARGV[expected + g]
        local same
        if letter == 61 then same = value == wanted
        elseif letter == 45 then same = not value
        else same = value and redis.sha1hex(value) == wanted end
        if not same then
          refused = refused or {}
          refused[#refused + 1] = { 3, r - 1, unpack(present, 2, guards + 1) }
          break
        end
      end
    elseif exists == 1 then
      refused = refused or {}
      refused[#refused + 1] = { 1, r - 1 }
    elseif several and chosen[name] then
      refused = refused or {}
      refused[#refused + 1] = { 2, r - 1 }
    else
      choosing = true
      if several then chosen[name] = true end
    end
  end
  at = expected + guards
  rows[r] = {
    name, member, at, key, 3 * model, exists, action, sets, clears, takes, releases, ordered, postings, words, unordered, unposted, unworded,
  }
  if takes > 0 then takers = true end
  if unworded > 0 or action == 2 then dropping = true end
  at = at + sets + clears + takes + releases + ordered + words + unordered + unworded
  key = key + takes + releases + ordered + postings + 2 * words + unordered + unposted + 2 * unworded
end

-- Uniques, against the final state: a value that a row of this commit releases is free, one that two rows take is not.
local released, taken
if several then
  released, taken = {}, {}
  for r = 1, count do
    local _, member, at, key, _, _, _, sets, clears, takes, releases = unpack(rows[r], 1, 11)
    for i = 1, releases do
      released[KEYS[key + takes + i] .. '\0' .. ARGV[at + sets + clears + takes + i]] = member
    end
  end
end
for r = 1, takers and count or 0 do
  local _, member, at, key, _, _, _, sets, clears, takes = unpack(rows[r], 1, 10)
  at = at + sets + clears
  for i = 1, takes do
    local owner = call('HGET', KEYS[key + i], ARGV[at + i])
    if not several then
      if not owner or owner == member then owner = false end
    else
      local value = KEYS[key + i] .. '\0' .. ARGV[at + i]
      if not owner or owner == member or released[value] == owner then owner = taken[value] or false end
      taken[value] = taken[value] or member
    end
    if owner then
      refused = refused or {}
      refused[#refused + 1] = { 4, r - 1, i - 1, owner }
    end
  end
end

if refused then
  if #refused == 1 then return refused[1] end
  local reply = { 8 }
  for i = 1, math.min(#refused, 100) do
    reply[#reply + 1] = #refused[i]
    for j = 1, #refused[i] do reply[#reply + 1] = refused[i][j] end
  end
  return reply
end

-- Words: the ordered set of words loses those whose last posting goes. Which ones is known before the first write.
local members
for r = 1, dropping and count or 0 do
  local row = rows[r]
  local unworded = row[17]
  if unworded > 0 then
    members = members or {}
    local _, _, _, key, _, _, _, _, _, takes, releases, ordered, postings, words, unordered, unposted = unpack(row, 1, 16)
    key = key + takes + releases + ordered + postings + 2 * words + unordered + unposted
    for i = 1, unworded do
      local posting = KEYS[key + 2 * i - 1]
      members[posting] = (members[posting] or call('SCARD', posting)) - 1
    end
  end
  if row[7] == 2 and row[6] == 1 then row[18] = call('HKEYS', row[1]) end
end
if members then
  for r = 1, count do
    local _, _, _, key, _, _, _, _, _, takes, releases, ordered, postings, words = unpack(rows[r], 1, 14)
    key = key + takes + releases + ordered + postings
    for i = 1, words do
      local posting = KEYS[key + 2 * i - 1]
      if members[posting] then members[posting] = members[posting] + 1 end
    end
  end
end

local result, last = 0
if assigning or choosing then
  --@include shared/decimal

  last = {}
  -- The counter goes beyond the keys that callers chose. One near the end of the range does not use up those below it.
  for r = 1, choosing and count or 0 do
    local row = rows[r]
    local model, name = row[5], row[1]
    local greatest, text = ARGV[model / 3 * 5 + 1], ARGV[row[3] + 2]
    if row[6] == 0 and name then
      if greatest ~= '' and #text < #greatest and text:byte() ~= 45 then
        local counter = last[model] or call('GET', KEYS[model]) or '0'
        if exceeds(text, counter) then last[model] = text end
      end
    end
  end

  -- Keys that the store assigns: the next free ones after the counter.
  for r = 1, assigning and count or 0 do
    local row = rows[r]
    local model = row[5]
    local argument = model / 3 * 5
    if not row[1] then
      local counter, step, id, name = last[model] or call('GET', KEYS[model]) or '0', 1
      repeat
        id = add(counter, step)
        name = ARGV[argument - 1] .. id
        local free = false
        if not exceeds(id, ARGV[argument + 1]) then
          free = call('EXISTS', name) == 0 and not (several and chosen[name])
          -- Only a counter that was lost or set back meets a row; then look ever farther ahead.
          if not free then step = step * 2 end
        elseif step == 1 then
          return { 7, r - 1 }
        else
          -- Too far ahead: go on from the last row that was met, in small steps again.
          counter, step = add(counter, step / 2), 1
        end
      until free
      row[1], row[2], last[model], ARGV[row[3] + 2] = name, id, id, id
      if result == 0 then result = { 0, id } else result[#result + 1] = id end
    end
  end
end

-- Write. What grows comes first, so that a server without memory refuses the whole commit at its first write.
for r = 1, count do
  local name, member, at, key, model, exists, action, sets, clears, takes, releases, ordered, postings, words = unpack(rows[r], 1, 14)
  for first = at + 1, at + sets, 7000 do call('HSET', name, unpack(ARGV, first, math.min(first + 6999, at + sets))) end
  at = at + sets
  if rows[r][18] then
    local kept = {}
    for i = 1 - sets, 0, 2 do kept[ARGV[at + i]] = true end
    kept[ARGV[model / 3 * 5]] = true
    for _, field in ipairs(rows[r][18]) do
      if not kept[field] then call('HDEL', name, field) end
    end
  else
    for first = at + 1, at + clears, 7000 do call('HDEL', name, unpack(ARGV, first, math.min(first + 6999, at + clears))) end
  end
  at = at + clears
  for i = 1, takes do call('HSET', KEYS[key + i], ARGV[at + i], member) end
  at, key = at + takes + releases, key + takes + releases
  for i = 1, ordered do call('ZADD', KEYS[key + i], 0, ARGV[at + i] .. member) end
  at, key = at + ordered, key + ordered
  for i = 1, postings do call('SADD', KEYS[key + i], member) end
  key = key + postings
  for i = 1, words do
    call('SADD', KEYS[key + 2 * i - 1], member)
    call('ZADD', KEYS[key + 2 * i], 0, ARGV[at + i])
  end
  if exists == 0 then call('ZADD', KEYS[model - 1], 0, member) end
end
for r = 1, count do
  local name, member, at, key, model, _, action, sets, clears, takes, releases, ordered, postings, words, unordered, unposted, unworded =
    unpack(rows[r], 1, 17)
  at, key = at + sets + clears + takes, key + takes
  for i = 1, releases do
    local unique, value = KEYS[key + i], ARGV[at + i]
    if not several or not taken[unique .. '\0' .. value] then call('HDEL', unique, value) end
  end
  at, key = at + releases + ordered + words, key + releases + ordered + postings + 2 * words
  for i = 1, unordered do call('ZREM', KEYS[key + i], ARGV[at + i] .. member) end
  at, key = at + unordered, key + unordered
  for i = 1, unposted do call('SREM', KEYS[key + i], member) end
  key = key + unposted
  for i = 1, unworded do
    local posting = KEYS[key + 2 * i - 1]
    call('SREM', posting, member)
    if members[posting] <= 0 then call('ZREM', KEYS[key + 2 * i], ARGV[at + i]) end
  end
  if action == 1 then
    call('ZREM', KEYS[model - 1], member)
    call('DEL', name)
  end
end
if last then
  for model, text in pairs(last) do call('SET', KEYS[model], text) end
end
if create then
  for _, m in ipairs(create) do
    call('HSET', KEYS[3 * m - 2], 'fingerprint', ARGV[5 * m - 3], 'description', ARGV[5 * m - 2])
  end
end
return result
