-- The accounts of a range of an ordered set, in its order.
-- KEYS: ordered set. ARGV: head of row keys, low, high, how many or -1, pattern of the place where a member's id begins
-- Returns the fields of all rows in one array.
local call = redis.call
local head, id = ARGV[1], ARGV[5]
local fields = {}
local n = 0
for _, member in ipairs(call('ZRANGEBYLEX', KEYS[1], ARGV[2], ARGV[3], 'LIMIT', 0, ARGV[4])) do
  local row = call('HMGET', head .. member:sub(member:match(id)), 'Id', 'Email', 'Balance', 'Bio', 'Name', 'Status')
  for i = 1, 6 do fields[n + i] = row[i] end
  n = n + 6
end
return fields
