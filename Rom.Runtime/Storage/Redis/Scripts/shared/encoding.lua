-- The order-preserving bytes of a row's field, as Rom.Indexing.OrderedEncoding makes them, and what equality compares.
local function complement(digit) return string.char(105 - digit:byte()) end

-- The text of a field without the mark of null; nil when it is null.
local function textof(form, field)
  if field and #form > 1 and field:byte() == 0 then return #field > 1 and field:sub(2) or nil end
  return field or nil
end

-- A number: its count of integer digits, its digits, an end. From 127 digits on the count follows in digits, after how many those are.
local function number(text)
  -- Most are whole, above zero and short.
  if #text < 127 and text:find('^[1-9]%d*$') then
    return string.char(128 + #text) .. (text:byte(-1) == 48 and text:gsub('0+$', '') or text) .. ' '
  end
  local sign, integer, fraction = text:match('^(-?)0*(%d*)%.?(%d*)$')
  local digits = (integer .. fraction):match('^(.-)0*$')
  if digits == '' then return '\128 ' end
  local count = #integer
  if count > 126 then
    digits = #tostring(count) .. count .. digits
    count = 127
  end
  if sign == '' then return string.char(128 + count) .. digits .. ' ' end
  return string.char(127 - count) .. digits:gsub('%d', complement) .. '~'
end

local function double(text)
  if text == 'NaN' then return '\0\1\0\0\0\0\0\0' end
  local value = text == 'Infinity' and math.huge or text == '-Infinity' and -math.huge or tonumber(text)
  if value == 0 then value = 0 end
  local bytes = { struct.pack('>d', value):byte(1, 8) }
  if bytes[1] < 128 then
    bytes[1] = bytes[1] + 128
  else
    for i = 1, 8 do bytes[i] = 255 - bytes[i] end
  end
  return string.char(unpack(bytes))
end

local function address(text)
  if not text:find(':', 1, true) then return '4' .. string.char(text:match('^(%d+)%.(%d+)%.(%d+)%.(%d+)$')) end
  local groups, scope = text:match('^([%x:]+)%%?(%d*)$')
  return '6' .. groups:gsub('(%x+):?', function(group) return struct.pack('>I2', tonumber(group, 16)) end) .. struct.pack('>I4', tonumber(scope) or 0)
end

local function bytes(text) return (text:gsub('%z', '\0\255')) .. '\0\1' end

local function ranked(text)
  local space = text:find(' ', 1, true)
  return number(text:sub(1, space - 1)) .. bytes(text:sub(space + 1))
end

-- A form is a letter, and '0' after it when the byte NUL stands for null. Letters: n number, i instant, d double, v version, a address, r ranked, t text.
local function encode(form, field)
  local text = textof(form, field)
  if not text then return '\0\0' end
  local letter = form:byte()
  if letter == 110 then return number(text) end
  if letter == 105 then return text:sub(1, 27) end
  if letter == 100 then return double(text) end
  if letter == 118 then return text:gsub('%d+%.?', function(part) return number((part:gsub('%.', ''))) end) .. '\1' end
  if letter == 97 then return address(text) end
  if letter == 114 then return ranked(text) end
  return bytes(text)
end

-- The text by which Exact indexes and uniques tell values apart, as Rom.Indexing.EqualityToken makes it; nil for null.
local function tokenof(form, field)
  local text, letter = textof(form, field), form:byte()
  if not text or letter == 116 then return text end
  if letter == 105 then return text:sub(1, 27) end
  if letter == 110 then
    if text:find('.', 1, true) then text = text:match('^(.-)%.?0*$') end
    if text == '-0' then return '0' end
  end
  return text
end

-- Whether x comes before y in byte order. Lua's own comparison follows the server's locale.
local function before(x, y)
  local length = math.min(#x, #y)
  for from = 1, length, 8 do
    local a1, a2, a3, a4, a5, a6, a7, a8 = x:byte(from, from + 7)
    local b1, b2, b3, b4, b5, b6, b7, b8 = y:byte(from, from + 7)
    if a1 ~= b1 then return a1 < b1 end
    if a2 ~= b2 then return (a2 or -1) < (b2 or -1) end
    if a3 ~= b3 then return (a3 or -1) < (b3 or -1) end
    if a4 ~= b4 then return (a4 or -1) < (b4 or -1) end
    if a5 ~= b5 then return (a5 or -1) < (b5 or -1) end
    if a6 ~= b6 then return (a6 or -1) < (b6 or -1) end
    if a7 ~= b7 then return (a7 or -1) < (b7 or -1) end
    if a8 ~= b8 then return (a8 or -1) < (b8 or -1) end
  end
  return #x < #y
end
