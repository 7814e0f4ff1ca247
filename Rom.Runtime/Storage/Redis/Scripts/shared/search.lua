-- The search itself: what search.lua says of keys, arguments and reply is meant. Its last function is the whole call.
local head, form, query = ARGV[2], ARGV[3], cmsgpack.unpack(ARGV[4])

--@include shared/budget
--@include shared/members
--@include shared/entries
--@include shared/encoding
--@include shared/like
--@include shared/filter
--@include shared/sources
--@include shared/order

most = query.budget
local skip, take, counting, descending = query.skip, query.take, query.count, query.descending
local conditions, walk, groups, place = query.conditions, query.walk, query.groups, query.place
local output, written, found, fields, wrong = { 0, 0, 0, '', skip }, 5, 0, #ARGV - 4

-- Reading the question is work too, but never all that a call may do.
work = math.min(#ARGV[4] / 50, most / 2)

local function add(member, entry)
  local key = keytext(member, form)
  local row = call('HMGET', head .. key, unpack(ARGV, 5))
  -- A row that somebody removed by hand leaves its entries behind.
  if not row[1] then return false end
  if row[1] ~= key then wrong = key end
  if entry and #query.order > 0 then
    written = written + 1
    output[written] = entry
  end
  for i = 1, fields do output[written + i] = row[i] end
  written, work = written + fields, work + costOfRow(fields) + costOfBytes(row)
  return true
end

local function matches(row, tests)
  for i = 1, #tests do
    if not holds(tests[i], row) then return false end
  end
  return true
end

local function without(part)
  local rest = {}
  for i = 1, #conditions do
    if i ~= part then rest[#rest + 1] = conditions[i] end
  end
  return rest
end

-- The number of rows within the window, of those that match.
local function window(n)
  n = math.max(0, n - skip)
  return take >= 0 and math.min(n, take) or n
end

-- The order from its beginning, or from the end when it descends, until the window is full.
local function walkOrder()
  local tests, at = without(walk.covers), nil
  if #tests == 0 and skip > 0 and #walk.ranges <= manyRanges then
    at, skip = skipEntries(walk, descending, skip), 0
    if not at then return end
  end
  local size = #tests > 0 and 64 or take >= 0 and math.min(math.max(take, 8), 1000) or 1000
  local name = query.order[1] and query.order[1].field
  walk.needle = needleOf(walk.forms, name, tests)
  at = eachEntry(walk, descending, at, size, function(member, entry)
    visited, work = visited + 1, work + 1
    if #tests == 0 or matches(candidate(member, entry, walk.forms, name), tests) then
      if skip > 0 then skip = skip - 1
      elseif counting or add(member) then found = found + 1 end
    end
    return found == take or late()
  end)
  if at and found ~= take then output[3], output[4], output[5] = 1, at[2] or at[3], skip end
end

-- Where the rows begin whose first column has the value of an entry of the order.
local function startOfGroup(entry)
  local ranges, value = groups.ranges, entry:sub(1, encoded(groups.forms[1], entry, 1) - 1)
  local first, last, step = 1, #ranges - 1, 2
  if descending then first, last, step = last, 1, -2 end
  for r = first, last, step do
    local low, high = ranges[r], ranges[r + 1]
    if descending then
      -- No member is above 17 bytes of 255: a Guid has 16, and text none.
      if low == '' or not before(value, low) then return { r, (high == '' or before(value, high)) and value .. ('\255'):rep(17) or nil } end
    elseif high == '' or before(value, high) then
      return { r, not before(value, low) and value or nil }
    end
  end
  return { last + step }
end

-- Every candidate of one condition, or all, or those of the groups of one value in the first column of the order, one group after the other, or those
-- within a ring; tested by the others; sorted and cut here when the window is small and this call sees all of it.
local inGroups = -1

local function drive(part)
  local ring = part < inGroups and query.rings[inGroups - part]
  -- What is held lies within the ring that was done before, so nothing beyond it can be nearer.
  if place and not place[2] and query.last then
    output[3] = 2
    return
  end
  local driver = conditions[part] or ring or part == inGroups and groups or { kind = 'range', key = KEYS[1], forms = query.rows, ranges = { '', '' } }
  local tests, seen, entries, members = without(ring and query.around or part == inGroups and groups.covers or part), repeats(driver) and {}, {}, {}
  if driver.kind == 'range' and driver.fields then driver.needle = needleOf(driver.forms, driver.fields[1], tests) end
  local enough, last = counting and take >= 0 and not place and skip + take or -1, query.last
  if last then measure(last) end
  if not place and isSmallSet(driver) then
    driver.sets = { driver }
    for i = #tests, 1, -1 do
      if #driver.sets < mostSets and tests[i].kind == 'any' and not tests[i].negated and #tests[i].marks == 1 then driver.sets[#driver.sets + 1] = table.remove(tests, i) end
    end
  end
  local isEnough, after = false, query.after
  if after then measure(after) end
  -- What drives was met already, unless its parts are tested one by one, or its cells hold more than the area.
  query.needs = {}
  for i = 1, #tests do addNeeds(tests[i], query.needs) end
  for i = part == inGroups and 2 or 1, #query.order do addNeeds(query.order[i], query.needs) end
  if driver.parts or driver.kind == 'geo' then addNeeds(driver, query.needs) end
  local group
  local function visit(member, row)
    if seen then
      work = work + 0.7
      if seen[member] then return false end
      seen[member] = true
    end
    row = row or { member }
    if not matches(row, tests) then return false end
    if counting then
      found = found + 1
      members[found] = member
      isEnough = found == enough
      return isEnough
    end
    local entry = #query.order > 0 and entryof(row, group) or member
    if after and (entry == after or precedes(entry, after)) or last and not precedes(entry, last) then return false end
    found = found + 1
    if not query.window then
      if add(member, entry) then return false end
      found = found - 1
      return false
    end
    entries[#entries + 1], members[entry] = entry, member
    -- Sorting it is work now, replying with it work to come.
    work, reserved = work + 5, math.min(#entries, skip + take) * costOfRow(fields)
    if #entries >= 2 * (skip + take) + 100 then
      last = cut(entries, skip + take)
      measure(last)
    end
    return false
  end
  -- Only the set of all keys has every row in the same place for ever; in others a row may move ahead of a later call.
  output[5] = (part ~= 0 or #query.rows > 0) and 1 or 0
  local at
  if part == inGroups then
    local isOver
    at = eachEntry(groups, descending, place and place[2] or after and startOfGroup(after), 64, function(member, entry)
      local value = entry:sub(1, #entry - #member)
      if value ~= group then
        group = value
        if #entries >= skip + take then
          last = cut(entries, skip + take)
          measure(last)
        end
        -- What the window may have ends with the group of its last row.
        isOver = last and last:sub(1, #value) ~= value and before(last, value) ~= (descending or false)
        if isOver then return true end
      end
      visited, work = visited + 1, work + 1
      return visit(member) or late()
    end)
    if isOver then at = nil end
  else
    at = eachRow(driver, place and place[2], visit)
  end
  if ring and not at and not query.last and #entries < skip + take then
    -- The next wider ring, and after the widest all that it lies within.
    local wider = part < inGroups - 1 and part + 1 or query.around
    found = 0
    if not place then return drive(wider) end
    for i = 1, #entries do add(members[entries[i]], entries[i]) end
    output[3], output[4] = 3, cmsgpack.pack({ wider })
    return
  end
  if counting then
    if not place and (not at or isEnough) then
      found = window(found)
    else
      output[3], output[4] = at and 3 or 2, at and cmsgpack.pack({ part, at }) or ''
      if output[5] == 1 then for i = 1, found do output[5 + i] = members[i] end end
    end
    return
  end
  if query.window then
    sort(entries)
    if not place and not at then
      found = 0
      for i = skip + 1, #entries do
        if found == take then return end
        if add(members[entries[i]]) then found = found + 1 end
      end
      return
    end
    for i = 1, math.min(#entries, skip + take) do add(members[entries[i]], entries[i]) end
  end
  output[3], output[4] = at and 3 or 2, at and cmsgpack.pack({ part, at }) or ''
end

-- How many rows have the first value of the order's first column.
local function firstGroup()
  local at = query.after and startOfGroup(query.after)
  local size = 0
  eachEntry(groups, descending, at, 1, function(member, entry)
    local value = entry:sub(1, #entry - #member)
    size = call('ZLEXCOUNT', groups.key, '[' .. value, '(' .. value .. ('\255'):rep(17))
    return true
  end)
  return size
end

-- Which condition drives, 0 for none, and what that and a walk are expected to visit, if conditions and order are independent.
local function plan()
  local total, share, best, ordered = call('ZCARD', KEYS[1]), 1, 0, walk or groups
  for i = 1, #conditions do
    local expected = estimate(conditions[i])
    if not ordered or i ~= ordered.covers then share = share * math.min(1, (expected or total) / math.max(total, 1)) end
    if expected and (best == 0 or expected < conditions[best].expected) then best = i end
  end
  local visits = ordered and (ordered.covers and conditions[ordered.covers].expected or total)
  if visits and take >= 0 and share > 0 then visits = math.min(visits, (skip + take) / share) end
  if visits and not walk then visits = math.max(visits, firstGroup()) end
  return best, best == 0 and total or conditions[best].expected, visits
end

-- The narrowest ring that is likely to hold the window, if that costs less than to visit so many; the rows without a point must not come first.
local function nearest(expected, covered)
  local rings, share, total, chosen = query.rings, 1, call('ZCARD', KEYS[1]), nil
  if not rings or covered == 0 and not query.order[1].nullsHigh and call('ZCARD', rings[1].key) < total then return nil end
  for i = 1, #conditions do
    if i ~= covered then share = share * math.min(1, (conditions[i].expected or total) / math.max(total, 1)) end
  end
  for i = 1, #rings do
    local count = estimate(rings[i])
    work = work + #rings[i].ranges
    if count * share < 3 * (skip + take) then break end
    if count * 2 < expected then chosen = i end
  end
  return chosen and inGroups - chosen
end

-- Whether a driver's entries hold all that the other conditions look at, so that few rows are read; a walk of another order reads all of them.
local function needsNoRows(part)
  local driver, tests = conditions[part], without(part)
  if not driver or driver.kind ~= 'range' or driver.forms[1] ~= 't' or #driver.forms > 1 then return false end
  for i = 1, #tests do
    if tests[i].kind ~= 'like' or tests[i].field ~= driver.fields[1] then return false end
  end
  return take < 0 and #tests > 0
end

-- The conditions that are too heavy to be tested here, as a reply; nil when there are none. All but one are tested, or all but what the walk covers.
local function heavyOnes(driver)
  local reply = { -2 }
  for i = 1, #conditions do
    local isHeavyHere = i == driver and drivesHeavily(conditions[i]) or i ~= (driver or (walk or groups).covers) and isHeavy(conditions[i])
    if isHeavyHere then reply[#reply + 1] = i end
  end
  return #reply > 1 and reply or nil
end

-- The whole call, whose reply is the output.
local function search()
  if query.walking then
    walkOrder()
  elseif place then
    place = cmsgpack.unpack(place)
    drive(place[1])
  else
    local best, expected, visits = plan()
    local exact = counting and (#conditions == 0 and call('ZCARD', KEYS[1]) or #conditions == 1 and exactly(conditions[1]))
    if exact then
      found = window(exact)
    else
      local ring = nearest(expected, query.around)
      local drives = not visits or expected * (needsNoRows(best) and 0.5 or 1.5) < visits
      local tooHeavy = heavyOnes(ring or drives and best or nil)
      if ring and tooHeavy then
        -- What cannot be tested beside a ring may well drive.
        ring, tooHeavy = nil, heavyOnes(drives and best or nil)
      end
      if tooHeavy then
        output = tooHeavy
        return
      end
      if ring or drives then drive(ring or best) elseif walk then walkOrder() else drive(inGroups) end
    end
  end
  output[1], output[2] = visited, found
  if wrong then output = { -3, wrong } end
end
