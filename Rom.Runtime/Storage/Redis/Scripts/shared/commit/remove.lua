-- Writes what one row releases and removes, and deletes it when it is to go.
-- 'taken' has the uniques that another row takes over, 'dropped' the postings that lose their last row.
for i = 1, releases do
  local unique, value = KEYS[key + i], ARGV[at + i]
  if not taken or not taken[unique .. '\0' .. value] then call('HDEL', unique, value) end
end
at, key = at + releases, key + releases
for i = 1, unordered do call('ZREM', KEYS[key + i], ARGV[at + i] .. member) end
at, key = at + unordered, key + unordered
for i = key + 1, key + unposted do call('SREM', KEYS[i], member) end
key = key + unposted
for i = 1, unworded do
  local posting = KEYS[key + 2 * i - 1]
  call('SREM', posting, member)
  if dropped[posting] then call('ZREM', KEYS[key + 2 * i], ARGV[at + i]) end
end
if kind == 1 then
  if all then call('ZREM', all, member) end
  call('DEL', name)
end
if natives then call('UNLINK', unpack(natives)) end
