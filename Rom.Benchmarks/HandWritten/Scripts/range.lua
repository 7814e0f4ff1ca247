-- The accounts of a range of an ordered set, in its order.
-- KEYS: ordered set. ARGV: head of row keys, low, high, how many or -1, the bytes that end the ordered part of a member
-- Returns the fields of all rows in one array.
local call = redis.call
local head, ends = ARGV[1], '[' .. ARGV[5] .. ']()'
local fields = {}
local n = 0
for _, member in ipairs(call('ZRANGEBYLEX', KEYS[1], ARGV[2], ARGV[3], 'LIMIT', 0, ARGV[4])) do
  local row = call('HMGET', head .. member:sub(member:match(ends)), 'Id', 'Email', 'Balance', 'Bio', 'Name', 'Status')
  for i = 1, 6 do fields[n + i] = row[i] end
  n = n + 6
end
return fields
