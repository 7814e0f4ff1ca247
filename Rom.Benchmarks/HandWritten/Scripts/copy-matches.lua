-- How rom for Python finds texts by their beginning or by a pattern: copies the keys of those that match into a temporary set, with a probe
-- written into the index to find the rank to begin with; then the first of them.
-- KEYS: index by score; temporary key. ARGV: lowest score, score above all, beginning, Lua pattern or '', how many
local call = redis.call
local index, copy, probe = KEYS[1], KEYS[2], ARGV[3] .. '\0'
call('ZADD', index, ARGV[1], probe)
local at = call('ZRANK', index, probe)
call('ZREM', index, probe)
local after = call('ZCOUNT', index, '-inf', '(' .. ARGV[2])
while at < after do
  local page = call('ZRANGE', index, at, at + 99)
  for i = 1, #page do
    local split = page[i]:find('\0', 1, true)
    local text = page[i]:sub(1, split - 1)
    if ARGV[4] ~= '' and text:find(ARGV[4]) or ARGV[4] == '' and text:sub(1, #ARGV[3]) == ARGV[3] then call('ZADD', copy, 0, page[i]:sub(split + 1)) end
  end
  at = at + 100
end
local found = call('ZRANGE', copy, 0, ARGV[5] - 1)
call('DEL', copy)
return found
