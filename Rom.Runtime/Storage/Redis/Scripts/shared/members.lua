-- The text of the key that a member of an index or unique stands for.
local guid = '%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x'

local function keytext(member, form)
  if form == 't' then return member end
  return string.format(guid, member:byte(1, 16))
end
