-- Entries of ordered indexes: encoded columns, then the member of the row. Scores are 0, so they are in byte order.

-- Ranges are half open: from low up to but not including high; '' is open.
local function bounds(low, high) return low == '' and '-' or '[' .. low, high == '' and '+' or '(' .. high end

-- Where the encoding that begins at a place of an entry ends. Forms as in encoding.lua.
local function encoded(form, entry, from)
  local first, second = entry:byte(from, from + 1)
  if first == 0 and second == 0 then return from + 2 end
  local letter = form:byte()
  if letter == 110 then return entry:find('[ ~]', from + 1) + 1 end
  if letter == 105 then return from + 27 end
  if letter == 100 then return from + 8 end
  if letter == 118 then return entry:find('\1', from, true) + 1 end
  if letter == 97 then return from + (first == 52 and 5 or 21) end
  if letter == 114 then from = entry:find('[ ~]', from + 1) + 1 end
  repeat
    from = entry:find('\0', from, true) + 2
  until entry:byte(from - 1) == 1
  return from
end

-- The member of the row whose entry this is.
local function memberof(entry, forms)
  local from = 1
  for c = 1, #forms do from = encoded(forms[c], entry, from) end
  return from > 1 and entry:sub(from) or entry
end

-- Visits the entries of a source's ranges in order, each with the member of its row, until a visit returns true. If the source has a needle,
-- entries without it are passed over. Returns where it stopped, from where another call can go on; nil when nothing is left.
local function eachEntry(source, backwards, at, size, visit)
  local key, forms, ranges, needle, find = source.key, source.forms, source.ranges, source.needle, string.find
  local first, last, step = 1, #ranges - 1, 2
  if backwards then first, last, step = last, 1, -2 end
  local start = at and at[1] or first
  for r = start, last, step do
    work = work + 2
    -- Before a further range everything up to the bound of the last one is done, unless it is that of null, which may come last.
    local isOfNull = not backwards and (ranges[r] == '' or ranges[r]:sub(1, 2) == '\0\0')
    local done = r ~= start and not isOfNull and ranges[backwards and r + 2 or r - 1] or ''
    if done ~= '' and late() then return { r, nil, done } end
    local low, high = bounds(ranges[r], ranges[r + 1])
    local entry = at and at[2]
    at = nil
    repeat
      local page, limit = nil, size
      if backwards then
        page = call('ZREVRANGEBYLEX', key, entry and '(' .. entry or high, low, 'LIMIT', 0, limit)
      else
        page = call('ZRANGEBYLEX', key, entry and '(' .. entry or low, high, 'LIMIT', 0, limit)
      end
      for i = 1, #page do
        entry = page[i]
        if needle and not find(entry, needle, 1, true) then
          visited, work = visited + 1, work + 1
        elseif visit(memberof(entry, forms), entry) then
          return { r, entry }
        end
      end
      if needle and #page == limit and late() then return { r, entry } end
      -- Pages grow, so that a full window wastes little and a long walk few calls.
      size = math.min(size * 2, 1000)
    until #page < limit
  end
end

-- The place after a number of entries of a source, found by rank; nil when there are no more.
local function skipEntries(source, backwards, skip)
  local key, ranges = source.key, source.ranges
  local first, last, step = 1, #ranges - 1, 2
  if backwards then first, last, step = last, 1, -2 end
  for r = first, last, step do
    local low, high = bounds(ranges[r], ranges[r + 1])
    local size = call('ZLEXCOUNT', key, low, high)
    if skip == 0 and size > 0 then return { r } end
    if skip < size then
      local below = ranges[r] == '' and 0 or call('ZLEXCOUNT', key, '-', '(' .. ranges[r])
      local rank = backwards and below + size - skip or below + skip - 1
      return { r, call('ZRANGE', key, rank, rank)[1] }
    end
    skip = skip - size
  end
end
