-- The bytes by which ordered indexes have a key that was assigned, a positive integer: as 'number' in shared/encoding.lua makes them.
local function rank(id) return string.char(128 + #id) .. id:match('^(.-)0*$') .. ' ' end
