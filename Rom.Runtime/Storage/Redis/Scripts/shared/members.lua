-- The text of the key that a member of an index or unique stands for.
local hex = {}
for byte = 0, 255 do hex[string.char(byte)] = string.format('%02x', byte) end

local function keytext(member, form)
  if form == 't' then return member end
  local digits = string.gsub(member, '.', hex)
  return digits:sub(1, 8) .. '-' .. digits:sub(9, 12) .. '-' .. digits:sub(13, 16) .. '-' .. digits:sub(17, 20) .. '-' .. digits:sub(21)
end
