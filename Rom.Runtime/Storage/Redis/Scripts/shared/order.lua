-- The order of the rows that a search found: by bytes that encode its columns, then the member.

local function complemented(bytes) return (bytes:gsub('.', function(byte) return string.char(255 - byte:byte()) end)) end

-- What a row is ordered by. A column against the direction of the others is complemented. Bytes that are not those of an index are
-- marked, so that null is below or above all of them whatever they are.
local function entryof(row)
  local entry = ''
  work = work + 1.5 * #query.order
  for c, column in ipairs(query.order) do
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

local function measure(entry)
  if not heads[entry] then heads[entry], tails[entry] = struct.unpack('>I6I6', entry .. '\0\0\0\0\0\0\0\0\0\0\0\0') end
end

local function isBelow(x, y)
  local a, b = heads[x], heads[y]
  if a ~= b then return a < b end
  a, b = tails[x], tails[y]
  if a ~= b then return a < b end
  return before(x, y)
end

local function isAbove(x, y) return isBelow(y, x) end

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
