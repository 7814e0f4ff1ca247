-- The conditions of a search: what each is expected to match, and whether one row meets it. A condition is a table:
-- and, or { parts }; all, none; range { key, forms, fields, ranges }; any { head, marks, form, field (Exact only), negated }: rows in one of
-- some postings; words { key, head, low, high, reversed, pattern, negated }: rows with a word like that; unique { key, values, form, field, negated };
-- keys { members, negated }; suffix { key, forms, ranges, suffix, form, field, negated };
-- geo { key, longitude, latitude, width, height, circle, ranges (scores), form and field unless computed, negated }; null { form, field, negated }; like { form, field, pattern, negated }; compare { operator, two forms and fields, negated }.

-- A few ranges are counted one by one, many as one that spans them.
local manyRanges = 128

local function countRanges(node)
  local ranges, n = node.ranges, 0
  if #ranges > manyRanges then
    node.isRough = true
    return call('ZLEXCOUNT', node.key, bounds(ranges[1], ranges[#ranges]))
  end
  work = work + #ranges
  for r = 1, #ranges, 2 do n = n + call('ZLEXCOUNT', node.key, bounds(ranges[r], ranges[r + 1])) end
  return n
end

-- Of many postings a sample.
local manyPostings = 500

local function countPostings(node)
  local n, marks = 0, node.marks
  local counted = math.min(#marks, manyPostings)
  for i = 1, counted do n = n + call('SCARD', node.head .. marks[i]) end
  work, node.isRough = work + counted, counted < #marks
  return counted > 0 and n * #marks / counted or 0
end

-- The mark of a word in the name of its posting; the word as the set of words, or that of reversed ones, has it.
local function markof(node, word)
  if #word > 512 then return '#' .. word:sub(-32) end
  return '=' .. (node.reversed and word:reverse() or word)
end

-- A guess from a few of the words, and how many there are.
local function countWords(node)
  local low, high = bounds(node.low, node.high)
  local n, some = call('ZLEXCOUNT', node.key, low, high), call('ZRANGEBYLEX', node.key, low, high, 'LIMIT', 0, 16)
  local sum = 0
  work = work + 20
  for i = 1, #some do sum = sum + call('SCARD', node.head .. markof(node, some[i])) end
  return #some > 0 and sum * n / #some or 0
end

local function countScores(node)
  local n = 0
  for r = 1, #node.ranges, 2 do n = n + call('ZCOUNT', node.key, node.ranges[r], node.ranges[r + 1]) end
  return n
end

-- How many rows a condition may match; nil when only a walk over all rows can find them.
local function estimate(node)
  local kind, parts, n = node.kind, node.parts, nil
  if kind == 'range' or kind == 'suffix' and not node.negated then
    n = countRanges(node)
  elseif kind == 'or' then
    n = 0
    for i = 1, #parts do
      local part = estimate(parts[i])
      n = n and part and n + part
    end
  elseif kind == 'and' then
    for i = 1, #parts do
      local part = estimate(parts[i])
      if part and (not n or part < n) then n = part end
    end
  elseif kind == 'none' then
    n = 0
  elseif not node.negated then
    if kind == 'any' then n = countPostings(node)
    elseif kind == 'words' then n = countWords(node)
    elseif kind == 'geo' then n = countScores(node)
    elseif kind == 'unique' then n = #node.values
    elseif kind == 'keys' then n = #node.members end
  end
  node.expected = n
  return n
end

-- The exact number of rows that one condition matches, where an index tells without looking at them.
local function exactly(node)
  if node.kind == 'range' and not node.isRough then return node.expected end
  if node.kind == 'any' and (#node.marks == 1 or node.field) then
    local n = node.expected or countPostings(node)
    if not node.isRough then return node.negated and call('ZCARD', KEYS[1]) - n or n end
  end
end

-- Adds the fields that a condition looks at to some.
local function addNeeds(node, needs)
  for _, name in ipairs(node.fields or { node.field }) do
    if not needs[name] then needs[#needs + 1], needs[name] = name, true end
  end
  for _, part in ipairs(node.parts or {}) do addNeeds(part, needs) end
end

-- The fields that conditions and the order look at, read from a candidate's row once, unless the entry that led to it holds the one that is asked for.
-- A candidate is its member, whether its row is read (0), and fields by name.
local function field(row, name)
  local needs = query.needs
  if row[name] == nil and not row[0] and #needs > 1 then
    local values = call('HMGET', head .. keytext(row[1], form), unpack(needs))
    for i = 1, #needs do row[needs[i]] = values[i] end
    row[0], work = true, work + 2 + #needs / 2 + costOfBytes(values)
  end
  if row[name] == nil then
    local value = call('HGET', head .. keytext(row[1], form), name)
    row[name], work = value, work + 2.3 + (value and #value / 600 or 0)
  end
  return row[name]
end

local function isWithin(ranges, value)
  local low, high = 1, #ranges / 2
  work = work + 1
  -- The last range that does not begin above the value.
  while low < high do
    local middle = math.ceil((low + high) / 2)
    work = work + 0.7
    if before(value, ranges[2 * middle - 1]) then high = middle - 1 else low = middle end
  end
  return not before(value, ranges[2 * low - 1]) and (ranges[2 * low] == '' or before(value, ranges[2 * low]))
end

local function isOneOf(node, list, value)
  if not node.set then
    node.set = {}
    for i = 1, #list do node.set[list[i]] = true end
  end
  return node.set[value] == true
end

local function hasPosting(node, row)
  local marks = node.marks
  if #marks > 1 and node.field then
    local token = tokenof(node.form, field(row, node.field))
    if not token or #token <= 512 then return isOneOf(node, marks, token and '=' .. token or '~') end
  end
  for i = 1, #marks do
    work = work + 1.5
    if call('SISMEMBER', node.head .. marks[i], row[1]) == 1 then return true end
  end
  return false
end

local function hasValue(node, row)
  if node.field then
    local token = tokenof(node.form, field(row, node.field))
    return token ~= nil and isOneOf(node, node.values, token)
  end
  -- What is computed or case-folded is not in the row.
  if not node.owners then
    node.owners = {}
    for i = 1, #node.values do
      local owner = call('HGET', node.key, node.values[i])
      if owner then node.owners[owner] = true end
    end
    work = work + #node.values
  end
  return node.owners[row[1]] == true
end

-- The marks of the words that a condition means, looked up once in a call; nil when they are too many to look up or to test.
local mostWords, mostMarks = 500, 32

local function marksOf(node)
  if node.wordMarks == nil then
    local low, high = bounds(node.low, node.high)
    local words, marks = call('ZRANGEBYLEX', node.key, low, high, 'LIMIT', 0, mostWords + 1), {}
    work = work + #words
    for i = 1, #words do
      if not node.pattern or isLike(words[i]:sub(1, 512), node.pattern) then marks[#marks + 1] = markof(node, words[i]) end
    end
    node.wordMarks = #words <= mostWords and #marks <= mostMarks and marks
  end
  return node.wordMarks
end

local function hasWord(node, row)
  local marks = marksOf(node)
  for i = 1, #marks do
    work = work + 1.5
    if call('SISMEMBER', node.head .. marks[i], row[1]) == 1 then return true end
  end
  return false
end

-- Whether one test of a condition would take too long: membership in very many sets, which only the row's own values tell in time.
local function isHeavy(node)
  if node.parts then
    for i = 1, #node.parts do
      if isHeavy(node.parts[i]) then return true end
    end
    return false
  end
  if node.kind == 'words' then return not marksOf(node) end
  if node.kind == 'any' and not node.field then return #node.marks > mostMarks end
  return node.kind == 'unique' and not node.field and #node.values > 1000
end

-- The great-circle distance in metres, by the operations of Redis in its order, so that both round alike.
local function distance(longitude, latitude, otherLongitude, otherLatitude)
  local radian, radius = math.pi / 180, 6372797.560856
  local from, to = latitude * radian, otherLatitude * radian
  local across = math.sin((otherLongitude * radian - longitude * radian) / 2)
  if across == 0 then return radius * math.abs(to - from) end
  local up = math.sin((to - from) / 2)
  return 2 * radius * math.asin(math.sqrt(up * up + math.cos(from) * math.cos(to) * across * across))
end

local function pointof(text)
  local longitude, latitude = text:match('^([^,]+),(.+)$')
  return tonumber(longitude), tonumber(latitude)
end

-- Whether a row's point lies in the area. The row has the exact point, unless it is computed.
local function isInArea(node, row)
  local longitude, latitude
  if node.field then
    local text = textof(node.form, field(row, node.field))
    if not text then return false end
    longitude, latitude = pointof(text)
  else
    local place = call('GEOPOS', node.key, row[1])[1]
    if not place then return false end
    longitude, latitude = tonumber(place[1]), tonumber(place[2])
  end
  work = work + 2
  if node.circle then return distance(node.longitude, node.latitude, longitude, latitude) <= node.width / 2 end
  return distance(node.longitude, node.latitude, node.longitude, latitude) <= node.height / 2
    and distance(node.longitude, latitude, longitude, latitude) <= node.width / 2
end

-- Comparisons with null are those of C#: only equality can hold.
local function compares(node, row)
  local x, y = encode(node.forms[1], field(row, node.fields[1])), encode(node.forms[2], field(row, node.fields[2]))
  work = work + 2
  local operator, nan = node.operator, '\0\1\0\0\0\0\0\0'
  if node.forms[1]:byte() == 100 and (x == nan or y == nan) then return false end
  if operator == '==' then return x == y end
  if x == '\0\0' or y == '\0\0' then return false end
  -- Ranked values are compared by their number.
  if node.forms[1]:byte() == 114 then x, y = x:match('^..-[ ~]'), y:match('^..-[ ~]') end
  if operator == '<' then return before(x, y) end
  return not before(y, x)
end

-- Whether a candidate, whose member is row[1], meets a condition.
local function holds(node, row)
  local kind, parts = node.kind, node.parts
  if kind == 'and' then
    for i = 1, #parts do
      if not holds(parts[i], row) then return false end
    end
    return true
  elseif kind == 'or' then
    for i = 1, #parts do
      if holds(parts[i], row) then return true end
    end
    return false
  elseif kind == 'range' then
    local value = ''
    work = work + 1.5 * #node.forms
    for c = 1, #node.forms do value = value .. encode(node.forms[c], field(row, node.fields[c])) end
    return isWithin(node.ranges, value)
  end
  local yes = kind == 'all'
  if kind == 'any' then
    yes = hasPosting(node, row)
  elseif kind == 'words' then
    yes = hasWord(node, row)
  elseif kind == 'suffix' then
    local text = textof(node.form, field(row, node.field))
    work = work + 1
    yes = text ~= nil and text:sub(-#node.suffix) == node.suffix
  elseif kind == 'geo' then
    yes = isInArea(node, row)
  elseif kind == 'like' then
    local text = textof(node.form, field(row, node.field))
    yes = text ~= nil and isLike(text, node.pattern)
  elseif kind == 'null' then
    yes = textof(node.form, field(row, node.field)) == nil
  elseif kind == 'unique' then
    yes = hasValue(node, row)
  elseif kind == 'keys' then
    yes = isOneOf(node, node.members, row[1])
  elseif kind == 'compare' then
    yes = compares(node, row)
  end
  return yes ~= (node.negated or false)
end
