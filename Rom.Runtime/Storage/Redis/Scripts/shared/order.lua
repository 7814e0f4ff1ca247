-- The order of the rows that a search found: by bytes that encode its columns, then the member.

local function complemented(bytes) return (bytes:gsub('.', function(byte) return string.char(255 - byte:byte()) end)) end

-- What a row is ordered by; the first column's bytes may be known. A column against the direction of the others is complemented. Bytes that are not those of an index are
-- marked, so that null is below or above all of them whatever they are.
local function entryof(row, known)
  local entry, order = known or '', query.order
  for c = known and 2 or 1, #order do
    local column = order[c]
    work = work + 1.5
    local text = field(row, column.field)
    local bytes = encode(column.form, text)
    if column.longitude or column.reversed or column.nullsHigh then
      if bytes == '\0\0' then
        bytes = column.nullsHigh and '\2' or '\0'
      else
        if column.longitude then
          work = work + 2
          local longitude, latitude = pointof(textof(column.form, text))
          bytes = struct.pack('>d', distance(column.longitude, column.latitude, longitude, latitude))
        end
        bytes = '\1' .. (column.reversed and complemented(bytes) or bytes)
      end
    end
    entry = entry .. bytes
  end
  return entry .. row[1]
end

-- Entries are compared by their first 12 bytes as two numbers, which are exact, and byte by byte only among equals.
local heads, tails = {}, {}

local function headof(entry) return struct.unpack('>I6I6', #entry < 12 and entry .. '\0\0\0\0\0\0\0\0\0\0\0\0' or entry) end

local function measure(entry)
  if not heads[entry] then heads[entry], tails[entry] = headof(entry) end
end

local function isBelow(x, y)
  local a, b = heads[x], heads[y]
  if a ~= b then return a < b end
  a, b = tails[x], tails[y]
  if a ~= b then return a < b end
  return before(x, y)
end

local function isAbove(x, y) return isBelow(y, x) end

-- Whether an entry comes before one that was measured, in the direction of the order.
local function precedes(entry, bound)
  local a, b = headof(entry)
  local isLower
  if a ~= heads[bound] then isLower = a < heads[bound]
  elseif b ~= tails[bound] then isLower = b < tails[bound]
  else isLower = before(entry, bound) end
  if query.descending then return not isLower and entry ~= bound end
  return isLower
end

local function sort(entries)
  for i = 1, #entries do measure(entries[i]) end
  table.sort(entries, query.descending and isAbove or isBelow)
end

-- Leaves only the first of some entries, sorted, and returns the last of them.
local function cut(entries, length)
  sort(entries)
  for i = #entries, length + 1, -1 do entries[i] = nil end
  return entries[length]
end
