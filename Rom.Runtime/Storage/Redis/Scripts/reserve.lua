-- Takes the next keys of a model, for new rows that are stored with them later.
--@key counter
--@arg head of row keys; greatest key; how many
--@returns {0, keys ...} done; {7} no key is left; {11} the counter holds no key
local call = redis.call
--@include shared/commit/assign

local last, reply = call('GET', KEYS[1]) or '0', { 0 }
if not last:find('^%d+$') then return { 11 } end
for _ = 1, tonumber(ARGV[3]) do
  last = assign(last, ARGV[1], ARGV[2])
  if not last then return { 7 } end
  reply[#reply + 1] = last
end

-- Write.
call('SET', KEYS[1], last)
return reply
