-- The rows that a condition matches, one after the other, and a place from where another call goes on.

-- Postings of at most this many rows are read or intersected at once, fewer where rows are read; larger ones are walked with a cursor.
local largestSet, mostSets = query.count and 2000 or 400, 100

local function isSmallSet(node) return node.kind == 'any' and not node.negated and #node.marks == 1 and node.expected <= largestSet end

-- Whether a source may name a row more than once, so that what it named must be remembered.
local function repeats(node) return node.kind == 'any' or node.kind == 'words' or node.kind == 'or' or node.kind == 'and' end

-- A list of conditions on one small posting each is what SINTER answers.
local function eachOfSets(node, visit)
  local keys = {}
  for i, set in ipairs(node.sets) do keys[i] = set.head .. set.marks[1] end
  local members = call('SINTER', unpack(keys))
  visited, work = visited + #members, work + #members
  for i = 1, #members do
    if visit(members[i]) then return end
  end
end

local function eachOfPosting(key, cursor, visit)
  repeat
    local page = call('SSCAN', key, cursor, 'COUNT', 100)
    cursor = page[1]
    visited, work = visited + #page[2], work + 2 + 1.5 * #page[2]
    for _, member in ipairs(page[2]) do
      if visit(member) then return cursor end
    end
  until cursor == '0' or late()
  return cursor ~= '0' and cursor or nil
end

local function eachOfPostings(node, at, visit)
  local marks = node.marks
  for i = at and at[1] or 1, #marks do
    local cursor = eachOfPosting(node.head .. marks[i], at and at[2] or '0', visit)
    at = nil
    if cursor then return { i, cursor } end
    if i < #marks and late() then return { i + 1, '0' } end
  end
end

local function eachOfWords(node, at, visit)
  local word, cursor, page = at and at[1], at and at[2], nil
  if cursor then
    cursor = eachOfPosting(node.head .. markof(node, word), cursor, visit)
    if cursor then return { word, cursor } end
  end
  repeat
    page = call('ZRANGEBYLEX', node.key, word and '(' .. word or '[' .. node.low, node.high == '' and '+' or '(' .. node.high, 'LIMIT', 0, 100)
    for i = 1, #page do
      word, work = page[i], work + 1
      if not node.pattern or isLike(word:sub(1, 512), node.pattern) then
        cursor = eachOfPosting(node.head .. markof(node, word), '0', visit)
        if cursor then return { word, cursor } end
      end
      if late() then return { word } end
    end
  until #page < 100
end

local function eachOfList(node, at, visit)
  local list = node.values or node.members
  for i = at and at[1] or 1, #list do
    local member
    visited, work = visited + 1, work + 2
    if node.kind == 'unique' then member = call('HGET', node.key, list[i])
    else member = call('EXISTS', head .. keytext(list[i], form)) == 1 and list[i] end
    if member and visit(member) or i % 100 == 0 and late() then return { i + 1 } end
  end
end

-- Cells of the geohash hold the area and some more. Many rows may share a score, so a place is a score and how many of its rows are done;
-- they are passed by rank.
local function eachInArea(node, at, visit)
  local ranges, page = node.ranges, nil
  for r = at and at[1] or 1, #ranges, 2 do
    local score, done, last = at and at[2] or string.format('%.0f', ranges[r]), at and at[3] or 0, ranges[r + 1]
    local rank = call('ZCOUNT', node.key, '-inf', '(' .. score) + done
    at, work = nil, work + 2
    repeat
      page = call('ZRANGE', node.key, rank, rank + 99, 'WITHSCORES')
      rank = rank + 100
      for i = 1, #page, 2 do
        if tonumber(page[i + 1]) > last then
          page = {}
          break
        end
        if page[i + 1] == score then done = done + 1 else score, done = page[i + 1], 1 end
        visited, work = visited + 1, work + 3
        local row = { page[i] }
        if isInArea(node, row) and visit(page[i], row) or late() then return { r, score, done } end
      end
    until #page < 200
  end
end

-- The part of a conjunction that names the fewest rows.
local function fewest(parts)
  local best
  for i = 1, #parts do
    local expected = parts[i].expected or estimate(parts[i])
    if expected and (not best or expected < parts[best].expected) then best = i end
  end
  return best
end

-- The candidate of an entry of an ordered index. The entry of a text holds it, so that a test of it need not read the row.
local function candidate(member, entry, forms, name)
  local row = { member }
  if name and forms[1] == 't' and #forms == 1 then
    local first, second = entry:byte(1, 2)
    local text = (first ~= 0 or second ~= 0) and entry:sub(1, #entry - #member - 2)
    work = work + 0.8
    row[name] = text and text:find('\0', 1, true) and text:gsub('%z\255', '\0') or text
  end
  return row
end

-- The longest literal of the patterns that the text in an index must be like, as its entries have it; nil when there is none.
local function needleOf(forms, name, tests)
  local needle
  if forms[1] ~= 't' or #forms > 1 then return nil end
  for i = 1, #tests do
    local test = tests[i]
    if test.kind == 'like' and not test.negated and test.field == name then
      for piece = 3, #test.pattern - 2, 3 do
        if #test.pattern[piece] > #(needle or '') then needle = test.pattern[piece] end
      end
    end
  end
  return needle and needle:gsub('%z', '\0\255') or nil
end

-- Whether driving by a condition makes heavy tests: a conjunction tests the parts that do not drive it.
local function drivesHeavily(node)
  local parts = node.parts
  if not parts then return false end
  local driver = node.kind == 'and' and fewest(parts)
  for i = 1, #parts do
    if (not driver or i == driver) and drivesHeavily(parts[i]) or driver and i ~= driver and isHeavy(parts[i]) then return true end
  end
  return false
end

-- Visits every row that matches a condition, until a visit returns true or the call has done enough; then a place is returned.
local function eachRow(node, at, visit)
  local kind, parts = node.kind, node.parts
  if node.sets then return eachOfSets(node, visit) end
  if kind == 'range' or kind == 'suffix' then
    local name = kind == 'range' and node.fields and node.fields[1]
    return eachEntry(node, false, at, 64, function(member, entry)
      visited, work = visited + 1, work + 1.3
      return visit(member, candidate(member, entry, node.forms, name)) or late()
    end)
  elseif kind == 'any' then
    return eachOfPostings(node, at, visit)
  elseif kind == 'words' then
    return eachOfWords(node, at, visit)
  elseif kind == 'geo' then
    return eachInArea(node, at, visit)
  elseif kind == 'or' then
    for i = at and at[1] or 1, #parts do
      local place = eachRow(parts[i], at and at[2], visit)
      at = nil
      if place then return { i, place } end
    end
  elseif kind == 'and' then
    local choice = at and at[1] or fewest(parts)
    local place = eachRow(parts[choice], at and at[2], function(member, row)
      row = row or { member }
      for i = 1, #parts do
        if i ~= choice and not holds(parts[i], row) then return false end
      end
      return visit(member, row)
    end)
    return place and { choice, place }
  elseif kind ~= 'none' then
    return eachOfList(node, at, visit)
  end
end
