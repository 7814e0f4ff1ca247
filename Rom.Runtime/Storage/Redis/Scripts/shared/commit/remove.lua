-- Writes what shrinks of one row: uniques released, entries removed, and the row itself when it is deleted.
-- 'taken' has the uniques that another row takes over, 'dropped' the postings that lose their last row.
local a, k = at + sets + clears + takes, key + takes
for i = 1, releases do
  local unique, value = KEYS[k + i], ARGV[a + i]
  if not taken or not taken[unique .. '\0' .. value] then call('HDEL', unique, value) end
end
a, k = a + releases + ordered + words, k + releases + ordered + postings + 2 * words
for i = 1, unordered do call('ZREM', KEYS[k + i], ARGV[a + i] .. member) end
a, k = a + unordered, k + unordered
for i = k + 1, k + unposted do call('SREM', KEYS[i], member) end
k = k + unposted
for i = 1, unworded do
  local posting = KEYS[k + 2 * i - 1]
  call('SREM', posting, member)
  if dropped[posting] then call('ZREM', KEYS[k + 2 * i], ARGV[a + i]) end
end
if kind == 1 then
  call('ZREM', all, member)
  call('DEL', name)
end
