-- The order-preserving bytes of a row's field, as Rom.Indexing.OrderedEncoding makes them, and their comparison.
local complement = { ['0'] = '9', ['1'] = '8', ['2'] = '7', ['3'] = '6', ['4'] = '5', ['5'] = '4', ['6'] = '3', ['7'] = '2', ['8'] = '1', ['9'] = '0' }

-- A number: its count of integer digits, its digits, an end. From 127 digits on the count follows in digits, after how many those are.
local function number(text)
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

local encoders = {
  n = number,
  v = function(text) return text:gsub('%d+%.?', function(part) return number((part:gsub('%.', ''))) end) .. '\1' end,
  a = function(text)
    if not text:find(':', 1, true) then return '4' .. string.char(text:match('^(%d+)%.(%d+)%.(%d+)%.(%d+)$')) end
    local groups, scope = text:match('^([%x:]+)%%?(%d*)$')
    return '6' .. groups:gsub('(%x+):?', function(group) return struct.pack('>I2', tonumber(group, 16)) end) .. struct.pack('>I4', tonumber(scope) or 0)
  end,
  i = function(text) return text:sub(1, 27) end,
  d = function(text)
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
  end,
  t = function(text) return text:gsub('%z', '\0\255') .. '\0\1' end,
}

-- The form of a column is a letter above, and '0' after it when the byte NUL stands for null.
for _, form in ipairs({ 'n', 'i', 'd', 't', 'v', 'a' }) do encoders[form .. '0'] = encoders[form] end
local sizes = { i = 27, i0 = 27, d = 8, d0 = 8 }

local function encode(form, text)
  if not text then return '\0\0' end
  if #form > 1 and text:byte() == 0 then
    if #text == 1 then return '\0\0' end
    text = text:sub(2)
  end
  return (encoders[form](text))
end

-- How long the encoding at the beginning of a member is.
local function encoded(form, member, from)
  local first, second = member:byte(from, from + 1)
  if first == 0 and second == 0 then return from + 2 end
  if sizes[form] then return from + sizes[form] end
  local letter = form:sub(1, 1)
  if letter == 'n' then return member:find('[ ~]', from + 1) + 1 end
  if letter == 'v' then return member:find('\1', from, true) + 1 end
  if letter == 'a' then return from + (first == 52 and 5 or 21) end
  repeat
    from = member:find('\0', from, true) + 2
  until member:byte(from - 1) == 1
  return from
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
