-- The account of an e-mail. KEYS: e-mails. ARGV: e-mail, head of row keys. Returns the fields, or nil.
local id = redis.call('HGET', KEYS[1], ARGV[1])
if not id then return false end
return redis.call('HMGET', ARGV[2] .. id, 'Id', 'Email', 'Balance', 'Bio', 'Name', 'Status')
