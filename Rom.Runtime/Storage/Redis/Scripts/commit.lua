-- Writes rows with their uniques and index entries, all or nothing: reads, decides, and only then writes.
--@key schema, all keys, counter: three of each model, in the order of the models
--@key row: each row's key, unless the script assigns it
--@key unique: the hash of each value taken, then of each value released
--@key entry: of each entry added, then of each removed: the ordered index, or the posting, or the posting and the set of words
--@arg models, rows: how many of each
--@arg model: fingerprint, description or '' to leave an absent record absent, head of row keys, field of the key, greatest assigned key
--@arg row: number of its model, '1' if it must exist or '0' if it must not, key or '', member or '', 'd' delete / 's' set / 'o' set and drop other fields
--@arg guards: count, a letter for each (= equal, # equal SHA-1, - absent), the fields, then the bytes of each
--@arg sets: count of arguments, then field and value of each; of a new row the field of the key comes first
--@arg clears: count, fields
--@arg takes: count, values; releases: count, values
--@arg added: count and prefixes in ordered indexes, count of postings, count and words of postings with words; removed: the same
--@returns {0, assigned keys ...} done
--@returns {1, row} it is missing; {2, row, guarded fields ...} it exists; {3, row, guarded fields ...} a guard failed
--@returns {4, row, number of the take, member that has the value}; {5, row, stored description}; {6, row} no schema record; {7, row} no key is left
local call, tonumber, unpack = redis.call, tonumber, unpack
local at, key = 2, 0

local function number()
  at = at + 1
  return tonumber(ARGV[at])
end

--@include shared/decimal

local models = {}
for m = 1, tonumber(ARGV[1]) do
  local model = {
    schema = KEYS[key + 1], keys = KEYS[key + 2], counter = KEYS[key + 3],
    fingerprint = ARGV[at + 1], description = ARGV[at + 2], head = ARGV[at + 3], field = ARGV[at + 4], greatest = ARGV[at + 5],
    stored = call('HGET', KEYS[key + 1], 'fingerprint'),
  }
  models[m] = model
  key, at = key + 3, at + 5
end

-- Read and decide: each row's existence and guards. What the later phases need is kept by its place in ARGV and KEYS.
local rows = {}
for r = 1, tonumber(ARGV[2]) do
  local model = models[tonumber(ARGV[at + 1])]
  local row = { model = model, exists = ARGV[at + 2] == '1', text = ARGV[at + 3], member = ARGV[at + 4], action = ARGV[at + 5] }
  at = at + 5
  rows[r] = row
  if model.stored ~= model.fingerprint then
    if model.stored then return { 5, r - 1, call('HGET', model.schema, 'description') or '' } end
    if model.description == '' then return { 6, r - 1 } end
    model.create = true
  end

  local guards = number()
  local letters = ARGV[at + 1]
  local fields = at + 2
  local expected = fields + guards - 1
  at = expected + guards
  if row.text == '' and row.member == '' and model.greatest ~= '' then
    row.assign = true
  else
    key = key + 1
    row.key = KEYS[key]
    local present = call('HMGET', row.key, model.field, unpack(ARGV, fields, expected))
    if present[1] then
      if not row.exists then
        present[1] = r - 1
        return { 2, unpack(present) }
      end
      for g = 1, guards do
        local letter, value, wanted = letters:byte(g), present[g + 1], ARGV[expected + g]
        local same
        if letter == 61 then same = value == wanted
        elseif letter == 45 then same = not value
        else same = value and redis.sha1hex(value) == wanted end
        if not same then
          present[1] = r - 1
          return { 3, unpack(present) }
        end
      end
    elseif row.exists then
      return { 1, r - 1 }
    end
  end

  row.sets = number()
  row.setsAt = at
  at = at + row.sets
  row.clears = number()
  row.clearsAt = at
  at = at + row.clears
  row.takes = number()
  row.takesAt, row.takesKey = at, key
  at, key = at + row.takes, key + row.takes
  row.releases = number()
  row.releasesAt, row.releasesKey = at, key
  at, key = at + row.releases, key + row.releases
  for _, side in ipairs({ 'added', 'removed' }) do
    local entries = { ordered = number() }
    entries.orderedAt, entries.orderedKey = at, key
    at, key = at + entries.ordered, key + entries.ordered
    entries.postings, entries.postingsKey = number(), key
    key = key + entries.postings
    entries.words = number()
    entries.wordsAt, entries.wordsKey = at, key
    at, key = at + entries.words, key + 2 * entries.words
    row[side] = entries
  end
end

-- Uniques, against the final state: a value that a row of this commit releases is free, one that two rows take is not.
local released, taken = {}, {}
if #rows > 1 then
  for _, row in ipairs(rows) do
    for i = 1, row.releases do
      released[KEYS[row.releasesKey + i] .. '\0' .. ARGV[row.releasesAt + i]] = row.member
    end
  end
end
for r, row in ipairs(rows) do
  for i = 1, row.takes do
    local unique, value = KEYS[row.takesKey + i], ARGV[row.takesAt + i]
    local owner = call('HGET', unique, value)
    local name = unique .. '\0' .. value
    if owner and owner ~= row.member and released[name] ~= owner then return { 4, r - 1, i - 1, owner } end
    if taken[name] then return { 4, r - 1, i - 1, taken[name] } end
    taken[name] = row.member
  end
end

-- Keys: the next free ones after the counter, and the counter beyond every key that a caller chose.
local assigned = { 0 }
for r, row in ipairs(rows) do
  local model = row.model
  if model.greatest ~= '' and not row.exists then
    model.last = model.last or call('GET', model.counter) or '0'
    if row.assign then
      local step = 1
      repeat
        local id = add(model.last, step)
        if exceeds(id, model.greatest) then return { 7, r - 1 } end
        -- Only a counter that was lost or set back meets a row; then look ever farther ahead.
        local busy = call('EXISTS', model.head .. id) == 1 or (model.chosen and model.chosen[id])
        if busy then step = step * 2 else model.last, row.text, row.member, row.key = id, id, id, model.head .. id end
      until not busy
      ARGV[row.setsAt + 2] = row.text
      assigned[#assigned + 1] = row.text
      model.move = true
    else
      model.chosen = model.chosen or {}
      model.chosen[row.text] = true
      -- A chosen key near the end of the range does not use up the keys below it.
      if #row.text < #model.greatest and row.text:byte() ~= 45 and exceeds(row.text, model.last) then
        model.last, model.move = row.text, true
      end
    end
  end
end

-- Words: the ordered set of words loses those whose last posting goes. Which ones is known before the first write.
local members = {}
for _, row in ipairs(rows) do
  for i = 1, row.removed.words do
    local posting = KEYS[row.removed.wordsKey + 2 * i - 1]
    members[posting] = (members[posting] or call('SCARD', posting)) - 1
  end
  if row.action == 'o' and row.exists then row.others = call('HKEYS', row.key) end
end
if next(members) then
  for _, row in ipairs(rows) do
    for i = 1, row.added.words do
      local posting = KEYS[row.added.wordsKey + 2 * i - 1]
      if members[posting] then members[posting] = members[posting] + 1 end
    end
  end
end

-- Write. Rows that grow come first, so that a server without memory refuses the whole commit at its first write.
local function each(from, n, write)
  for first = from + 1, from + n, 7000 do write(first, math.min(first + 6999, from + n)) end
end
for _, row in ipairs(rows) do
  if row.action ~= 'd' then
    each(row.setsAt, row.sets, function(first, last) call('HSET', row.key, unpack(ARGV, first, last)) end)
    if row.others then
      local kept = { [row.model.field] = true }
      for i = 1, row.sets, 2 do kept[ARGV[row.setsAt + i]] = true end
      for _, field in ipairs(row.others) do
        if not kept[field] then call('HDEL', row.key, field) end
      end
    else
      each(row.clearsAt, row.clears, function(first, last) call('HDEL', row.key, unpack(ARGV, first, last)) end)
    end
  end
end
for _, row in ipairs(rows) do
  local member, added = row.member, row.added
  for i = 1, row.takes do call('HSET', KEYS[row.takesKey + i], ARGV[row.takesAt + i], member) end
  for i = 1, added.ordered do call('ZADD', KEYS[added.orderedKey + i], 0, ARGV[added.orderedAt + i] .. member) end
  for i = 1, added.postings do call('SADD', KEYS[added.postingsKey + i], member) end
  for i = 1, added.words do
    call('SADD', KEYS[added.wordsKey + 2 * i - 1], member)
    call('ZADD', KEYS[added.wordsKey + 2 * i], 0, ARGV[added.wordsAt + i])
  end
  if not row.exists then call('ZADD', row.model.keys, 0, member) end
end
for _, row in ipairs(rows) do
  local member, removed = row.member, row.removed
  for i = 1, removed.ordered do call('ZREM', KEYS[removed.orderedKey + i], ARGV[removed.orderedAt + i] .. member) end
  for i = 1, removed.postings do call('SREM', KEYS[removed.postingsKey + i], member) end
  for i = 1, removed.words do
    local posting = KEYS[removed.wordsKey + 2 * i - 1]
    call('SREM', posting, member)
    if members[posting] <= 0 then call('ZREM', KEYS[removed.wordsKey + 2 * i], ARGV[removed.wordsAt + i]) end
  end
  for i = 1, row.releases do
    local unique, value = KEYS[row.releasesKey + i], ARGV[row.releasesAt + i]
    if not taken[unique .. '\0' .. value] then call('HDEL', unique, value) end
  end
  if row.action == 'd' then
    call('ZREM', row.model.keys, member)
    call('DEL', row.key)
  end
end
for _, model in ipairs(models) do
  if model.move then call('SET', model.counter, model.last) end
  if model.create then call('HSET', model.schema, 'fingerprint', model.fingerprint, 'description', model.description) end
end
return assigned
