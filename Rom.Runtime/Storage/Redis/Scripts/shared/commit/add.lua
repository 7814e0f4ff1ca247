-- Writes what one row takes and adds; leaves 'at' and 'key' before what it removes.
for i = 1, takes do call('HSET', KEYS[key + i], ARGV[at + i], member) end
at, key = at + takes, key + takes
for i = 1, ordered do call('ZADD', KEYS[key + i], 0, ARGV[at + i] .. member) end
at, key = at + ordered, key + ordered
for i = key + 1, key + postings do call('SADD', KEYS[i], member) end
key = key + postings
for i = 1, words do
  call('SADD', KEYS[key + 2 * i - 1], member)
  call('ZADD', KEYS[key + 2 * i], 0, ARGV[at + i])
end
at, key = at + words, key + 2 * words
for i = 1, points do call('GEOADD', KEYS[key + i], ARGV[at + 2 * i - 1], ARGV[at + 2 * i], member) end
at, key = at + 2 * points, key + points
if kind > 2 and all then call('ZADD', all, 0, member) end
