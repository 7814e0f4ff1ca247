-- The accounts that have several words. KEYS: each word's accounts. ARGV: head of row keys. Returns the fields of all rows in one array.
local call = redis.call
local head = ARGV[1]
local fields = {}
local n = 0
for _, id in ipairs(call('SINTER', unpack(KEYS))) do
  local row = call('HMGET', head .. id, 'Id', 'Email', 'Balance', 'Bio', 'Name', 'Status')
  for i = 1, 6 do fields[n + i] = row[i] end
  n = n + 6
end
return fields
