-- Changes columns of one row by what it holds, with the entries of ordered indexes and its version: a patch of which every change is exact here.
--@key schema; row; the last version of the model, if it has any; of each index that is over a column which changes, the ordered index
--@arg fingerprint; member of the row; numbers: how many fields, changes and indexes; place of the version's field, or 0; of each change: place of its field, what is
--@arg done (0 set, 1 add an integer, 2 add a decimal, 3 append), 1 if an absent field is null; of each index: how many columns, place of each
--@arg then the fields, the key's first; their forms; of each change: set: '0' or '1' and a value; add an integer: it, least and greatest sum; otherwise what is added
--@returns {0} done, or nothing to do; {1, 0} there is no row; {5, 0, stored description}; {6, 0} no schema record; {13, 0} it cannot be computed here
local call, unpack, KEYS, ARGV = redis.call, unpack, KEYS, ARGV
--@include shared/encoding
--@include shared/arithmetic

--@include shared/commit/schema

local numbers, name, member = { cmsgpack.unpack(ARGV[3]) }, KEYS[2], ARGV[2]
local count, changes, indexes, versioned = unpack(numbers, 1, 4)
local present, forms, at, number = call('HMGET', name, unpack(ARGV, 4, 3 + count)), 3 + count, 3 + 2 * count, 4
if not present[1] then return { 1, 0 } end
local fields = { unpack(present, 1, count) }

for _ = 1, changes do
  local place, kind, absent = unpack(numbers, number + 1, number + 3)
  local field, form, value = fields[place], ARGV[forms + place], ARGV[at + 1]
  number, at = number + 3, at + 1
  if kind == 0 then
    field, at = value == '1' and ARGV[at + 1], at + 1
  else
    if not field and absent == 0 then return { 13, 0 } end
    local text = textof(form, field)
    if kind == 3 then
      field = (text or '') .. value
      if #form > 1 and field:byte() == 0 then field = '\0' .. field end
      if #field > 536870912 then return { 13, 0 } end
    elseif not text then
      field = value
    else
      local digits, scale
      field, digits, scale = sum(text, value)
      if not field then return { 13, 0 } end
      -- A decimal has no more digits; the client says so by its error.
      if kind == 2 and (digits > 28 or scale > 28) then return { 13, 0 } end
      if kind == 1 and (scale > 0 or text:find('.', 1, true) or less(field, ARGV[at + 1]) or less(ARGV[at + 2], field)) then return { 13, 0 } end
    end
    if kind == 1 then at = at + 2 end
  end
  fields[place] = field
end

local sets, clears = {}, {}
for place = 2, count do
  local field = fields[place]
  if field ~= present[place] then
    if field then
      sets[#sets + 1] = ARGV[3 + place]
      sets[#sets + 1] = field
    else
      clears[#clears + 1] = ARGV[3 + place]
    end
  end
end
if #sets + #clears == 0 then return { 0 } end

-- Texts that somebody else wrote need not have the form of their column.
local function readable(form, field)
  local text, letter = textof(form, field), form:byte()
  if not text or letter == 116 then return true end
  if letter == 110 then return text:find('^-?%d+%.?%d*$') end
  if letter == 105 then return #text > 26 end
  return tonumber(text) or text == 'NaN' or text == 'Infinity' or text == '-Infinity'
end

local entries = {}
for i = 1, indexes do
  local old, new = '', ''
  for c = number + 2, number + 1 + numbers[number + 1] do
    local place = numbers[c]
    local form = ARGV[forms + place]
    if not readable(form, present[place]) then return { 13, 0 } end
    old, new = old .. encode(form, present[place]), new .. encode(form, fields[place])
  end
  number = number + 1 + numbers[number + 1]
  entries[i] = { old .. member, new .. member }
end

local version
if versioned > 0 then
  --@include shared/commit/version
  version = nextversion(call('GET', KEYS[3]), present[versioned])
  sets[#sets + 1] = ARGV[3 + versioned]
  sets[#sets + 1] = version
end

-- Write.
if #sets > 0 then call('HSET', name, unpack(sets)) end
-- One is written.
if #clears > 0 then call('HDEL', name, unpack(clears)) end
for i = 1, indexes do
  local key = KEYS[(version and 3 or 2) + i]
  if entries[i][1] ~= entries[i][2] then
    call('ZADD', key, 0, entries[i][2])
    call('ZREM', key, entries[i][1])
  end
end
if version then call('SET', KEYS[3], version) end
return { 0 }
