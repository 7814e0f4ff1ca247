-- Writes what grows of one row, and its fields first: a server without memory refuses a whole commit at its first write.
local a, k = at + sets, key
for first = at + 1, a, 7000 do call('HSET', name, unpack(ARGV, first, first + 6999 < a and first + 6999 or a)) end
for i = 1, others and #others or 0 do call('HDEL', name, others[i]) end
for i = a + 1, a + clears do call('HDEL', name, ARGV[i]) end
a = a + clears
for i = 1, takes do call('HSET', KEYS[k + i], ARGV[a + i], member) end
a, k = a + takes + releases, k + takes + releases
for i = 1, ordered do call('ZADD', KEYS[k + i], 0, ARGV[a + i] .. member) end
a, k = a + ordered, k + ordered
for i = k + 1, k + postings do call('SADD', KEYS[i], member) end
k = k + postings
for i = 1, words do
  call('SADD', KEYS[k + 2 * i - 1], member)
  call('ZADD', KEYS[k + 2 * i], 0, ARGV[a + i])
end
if kind > 2 then call('ZADD', all, 0, member) end
