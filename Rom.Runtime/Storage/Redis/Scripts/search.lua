#!lua flags=no-writes
-- Rows that match a filter, in an order, within a window: estimates each condition, then drives by the cheapest or walks the order.
--@key model: the set of all keys, the schema record
--@key order: the ordered index whose order is asked for, when there is one
--@key filter: the keys of the filter's leaves, in their order
--@arg fingerprint, 'rows' or 'count', rows to skip, rows to take or -1, '1' if descending, head of row keys, form of members ('g' or 't')
--@arg order: count of its columns (0: by key), then form and field of each
--@arg fields: count, fields
--@arg filter, in prefix form: all | none | and n parts | or n parts | range m (form field)*m n (low high)*n
--@arg | any negated n (sets) | prefix negated low high head | unique negated n values | null negated form field | key negated n members
--@returns visited, count, then the fields of each row; or -1, 0, {stored description} when the writers' indexes are not the reader's
local call, tonumber, unpack = redis.call, tonumber, unpack

local stored = call('HGET', KEYS[2], 'fingerprint')
if stored and stored ~= ARGV[1] then return { -1, 0, { call('HGET', KEYS[2], 'description') or '' } } end
local counting = ARGV[2] == 'count'
local skip, take = tonumber(ARGV[3]), tonumber(ARGV[4])
local descending = ARGV[5] == '1'
local head, form = ARGV[6], ARGV[7]

--@include shared/members
--@include shared/encoding
--@include shared/filter

local at, key = 7, 2
local function argument()
  at = at + 1
  return ARGV[at]
end

local order = { keys = KEYS[1], columns = {} }
for c = 1, tonumber(argument()) do
  order.columns[c] = { form = argument(), field = argument() }
end
if #order.columns > 0 then order.keys, key = KEYS[3], 3 end
local fields = tonumber(argument())
local firstField = at + 1
at = at + fields

local total = call('ZCARD', KEYS[1])
local visited = 0

-- The filter, one conjunction at the top, with what each part is expected to match.
local filter = parse(argument, function() key = key + 1 return KEYS[key] end)
local parts = filter.kind == 'and' and filter.parts or filter.kind == 'all' and {} or { filter }
for _, part in ipairs(parts) do part.expected = estimate(part, total) end

-- Walking the order visits its range; a range on the very index narrows it.
local walk = { key = order.keys, ranges = { { '', '' } }, columns = order.columns, expected = total }
local tests = {}
for _, part in ipairs(parts) do
  if part.kind == 'range' and part.key == order.keys then walk = part else tests[#tests + 1] = part end
end

local output = { 0, 0 }
local found = 0
local function full() return take >= 0 and found >= take end
local function accept(member)
  if skip > 0 then
    skip = skip - 1
    return
  end
  if not counting then
    local row = call('HMGET', head .. keytext(member, form), unpack(ARGV, firstField, firstField + fields - 1))
    -- A row that somebody removed by hand leaves its entries behind.
    if not row[1] then return end
    output[#output + 1] = row
  end
  found = found + 1
end

local function matches(row, conditions, except)
  visited = visited + 1
  for _, part in ipairs(conditions) do
    if part ~= except and not holds(part, row) then return false end
  end
  return true
end

-- How many of n matches are within the window.
local function window(n)
  n = math.max(0, n - skip)
  found = take >= 0 and math.min(n, take) or n
end

-- Entry by entry in order, a page at a time; pages grow, so that a full window wastes little and a long walk few calls.
local function walkOrder()
  local untested = #tests == 0
  local from, to, by = 1, #walk.ranges, 1
  if descending then from, to, by = to, from, -1 end
  for r = from, to, by do
    local range = walk.ranges[r]
    if untested and skip > 0 then
      local size = lexcount(walk.key, range)
      if size <= skip then
        skip = skip - size
        range = nil
      end
    end
    local offset = 0
    if range and untested then offset, skip = skip, 0 end
    local page = take >= 0 and math.min(math.max(take, 8), 1000) or 1000
    local last
    while range and not full() do
      local members = lexpage(walk.key, range, last, descending, offset, page)
      for _, entry in ipairs(members) do
        if full() then return end
        local member = keyof(walk.columns, entry)
        if untested then
          visited = visited + 1
          accept(member)
        elseif matches({ member }, tests) then
          accept(member)
        end
      end
      if #members < page then break end
      last, offset, page = members[#members], 0, math.min(page * 2, 1000)
    end
    if full() then return end
  end
end

-- Every candidate of one condition, tested by the others, then sorted.
local function drive(driver)
  local sorted = {}
  local enough = counting and take >= 0 and skip + take or math.huge
  candidates(driver, function(member)
    local row = { member }
    if not matches(row, parts, driver.kind ~= 'and' and driver.kind ~= 'or' and driver) then return false end
    local entry = ''
    if not counting then
      for _, column in ipairs(order.columns) do entry = entry .. encode(column.form, field(row, column.field)) end
    end
    sorted[#sorted + 1] = { entry .. member, member }
    return #sorted >= enough
  end, {})
  if counting then
    window(#sorted)
    return
  end
  table.sort(sorted, function(x, y) return before(x[1], y[1]) end)
  local from, to, by = 1, #sorted, 1
  if descending then from, to, by = to, from, -1 end
  for i = from, to, by do
    if full() then return end
    accept(sorted[i][2])
  end
end

local best
for _, part in ipairs(tests) do
  if part.expected and (not best or part.expected < best.expected) then best = part end
end
-- What a walk is expected to visit until the window is full, if the conditions are independent of each other and of the order.
local visits = walk.expected
if take >= 0 then
  local share = 1
  for _, part in ipairs(tests) do share = share * math.min(1, (part.expected or total) / math.max(total, 1)) end
  visits = share > 0 and math.min(visits, (skip + take) / share) or visits
end

if filter.kind == 'none' or take == 0 then
  found = 0
elseif counting and #tests == 0 then
  window(walk.expected)
elseif counting and #parts == 1 and exactly(parts[1], total) then
  window(exactly(parts[1], total))
elseif best and best.expected * 1.5 < visits then
  drive(best)
else
  walkOrder()
end

output[1], output[2] = visited, found
return output
