-- The conditions of a search: how they are read, what they are expected to match, which rows they name and whether one row meets them.

local function parse(argument, nextKey)
  local node = { kind = argument() }
  local kind = node.kind
  if kind == 'and' or kind == 'or' then
    node.parts = {}
    for i = 1, tonumber(argument()) do node.parts[i] = parse(argument, nextKey) end
  elseif kind == 'range' then
    node.key, node.columns, node.ranges = nextKey(), {}, {}
    for i = 1, tonumber(argument()) do node.columns[i] = { form = argument(), field = argument() } end
    for i = 1, tonumber(argument()) do node.ranges[i] = { argument(), argument() } end
  elseif kind ~= 'all' and kind ~= 'none' then
    node.negated = argument() == '1'
    if kind == 'any' then
      node.keys = {}
      for i = 1, tonumber(argument()) do node.keys[i] = nextKey() end
    elseif kind == 'prefix' then
      node.key, node.low, node.high, node.head = nextKey(), argument(), argument(), argument()
    elseif kind == 'null' then
      node.form, node.field = argument(), argument()
    else
      if kind == 'unique' then node.key = nextKey() end
      node.values = {}
      for i = 1, tonumber(argument()) do node.values[i] = argument() end
    end
  end
  return node
end

-- Ranges are half open: from low up to but not including high; '' is open.
local function bounds(range) return range[1] == '' and '-' or '[' .. range[1], range[2] == '' and '+' or '(' .. range[2] end

local function lexcount(key, range) return call('ZLEXCOUNT', key, bounds(range)) end

local function lexpage(key, range, last, descending, offset, count)
  local low, high = bounds(range)
  if descending then return call('ZREVRANGEBYLEX', key, last and '(' .. last or high, low, 'LIMIT', offset, count) end
  return call('ZRANGEBYLEX', key, last and '(' .. last or low, high, 'LIMIT', offset, count)
end

-- The member of a row in an entry of an ordered index: what follows the encoded columns.
local function keyof(columns, entry)
  if #columns == 0 then return entry end
  local from = 1
  for _, column in ipairs(columns) do from = encoded(column.form, entry, from) end
  return entry:sub(from)
end

-- The postings of the words that a prefix names.
local function postings(node)
  if node.found then return node.found end
  node.found = {}
  for _, word in ipairs(call('ZRANGEBYLEX', node.key, bounds({ node.low, node.high }))) do
    local mark = #word <= 512 and '=' .. word or '#' .. word:sub(-32)
    node.found[#node.found + 1] = node.head .. mark
  end
  return node.found
end

local function cardinality(keys)
  local n = 0
  for _, posting in ipairs(keys) do n = n + call('SCARD', posting) end
  return n
end

-- How many rows a condition may match at most; nil when only a walk over all rows can find them.
local function estimate(node, total)
  local kind = node.kind
  if kind == 'range' then
    local n = 0
    for _, range in ipairs(node.ranges) do n = n + lexcount(node.key, range) end
    return n
  elseif kind == 'or' then
    local n = 0
    for _, part in ipairs(node.parts) do
      part.expected = estimate(part, total)
      n = n and part.expected and n + part.expected
    end
    return n
  elseif kind == 'and' then
    local least
    for _, part in ipairs(node.parts) do
      part.expected = estimate(part, total)
      if part.expected and (not least or part.expected < least) then least = part.expected end
    end
    return least
  elseif kind == 'none' then
    return 0
  elseif node.negated or kind == 'all' or kind == 'null' then
    return nil
  elseif kind == 'any' then
    return cardinality(node.keys)
  elseif kind == 'prefix' then
    return cardinality(postings(node))
  end
  return #node.values
end

-- The exact number of rows that one condition matches, where an index tells without looking at them.
local function exactly(node, total)
  if node.kind == 'range' then return node.expected end
  if node.kind == 'any' and #node.keys == 1 then
    local n = call('SCARD', node.keys[1])
    return node.negated and total - n or n
  end
end

local function owners(node)
  if not node.owners then
    node.owners = {}
    for _, value in ipairs(node.values) do
      local owner
      if node.kind == 'unique' then owner = call('HGET', node.key, value)
      else owner = call('ZSCORE', KEYS[1], value) and value end
      if owner then node.owners[owner] = true end
    end
  end
  return node.owners
end

-- A field of a candidate's row, read once.
local function field(row, name)
  if row[name] == nil then row[name] = call('HGET', head .. keytext(row[1], form), name) end
  return row[name]
end

-- Whether a candidate, whose member is row[1], meets a condition.
local function holds(node, row)
  local kind = node.kind
  if kind == 'and' then
    for _, part in ipairs(node.parts) do
      if not holds(part, row) then return false end
    end
    return true
  elseif kind == 'or' then
    for _, part in ipairs(node.parts) do
      if holds(part, row) then return true end
    end
    return false
  elseif kind == 'range' then
    local value = ''
    for _, column in ipairs(node.columns) do value = value .. encode(column.form, field(row, column.field)) end
    for _, range in ipairs(node.ranges) do
      if not before(value, range[1]) and (range[2] == '' or before(value, range[2])) then return true end
    end
    return false
  end
  local yes = kind == 'all'
  if kind == 'any' or kind == 'prefix' then
    for _, posting in ipairs(node.keys or postings(node)) do
      if call('SISMEMBER', posting, row[1]) == 1 then
        yes = true
        break
      end
    end
  elseif kind == 'null' then
    yes = encode(node.form, field(row, node.field)) == '\0\0'
  elseif kind == 'unique' or kind == 'key' then
    yes = owners(node)[row[1]] == true
  end
  return yes ~= (node.negated or false)
end

-- Names every row that a condition may match, each once, until a visit says that it is enough.
local function candidates(node, visit, seen)
  local function all(members, columns)
    for _, entry in ipairs(members) do
      local member = keyof(columns, entry)
      if not seen[member] then
        seen[member] = true
        if visit(member) then return true end
      end
    end
  end
  local kind = node.kind
  if kind == 'range' then
    for _, range in ipairs(node.ranges) do
      local page, last
      repeat
        page = lexpage(node.key, range, last, false, 0, 1000)
        if all(page, node.columns) then return true end
        last = page[#page]
      until #page < 1000
    end
  elseif kind == 'any' or kind == 'prefix' then
    for _, posting in ipairs(node.keys or postings(node)) do
      local cursor = '0'
      repeat
        local page = call('SSCAN', posting, cursor, 'COUNT', 1000)
        cursor = page[1]
        if all(page[2], {}) then return true end
      until cursor == '0'
    end
  elseif kind == 'or' then
    for _, part in ipairs(node.parts) do
      if candidates(part, visit, seen) then return true end
    end
  elseif kind == 'and' then
    local least
    for _, part in ipairs(node.parts) do
      if part.expected and (not least or part.expected < least.expected) then least = part end
    end
    return candidates(least, visit, seen)
  elseif kind ~= 'none' then
    local members = {}
    for member in pairs(owners(node)) do members[#members + 1] = member end
    return all(members, {})
  end
end
