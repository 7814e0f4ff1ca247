-- Writes the fields of one row and moves its entries within ordered indexes; leaves 'at' and 'key' before the row's uniques.
-- The fields come first: a server without memory refuses a whole commit at its first write.
if sets == 2 then
  call('HSET', name, ARGV[at + 1], ARGV[at + 2])
elseif sets > 7000 then
  for first = at + 1, at + sets, 7000 do call('HSET', name, unpack(ARGV, first, math.min(first + 6999, at + sets))) end
elseif sets > 0 then
  call('HSET', name, unpack(ARGV, at + 1, at + sets))
end
-- One is written.
at = at + sets
if others then
  for i = 1, #others do call('HDEL', name, others[i]) end
end
for i = at + 1, at + clears do call('HDEL', name, ARGV[i]) end
at = at + clears
for i = 1, moves do
  call('ZADD', KEYS[key + i], 0, ARGV[at + i] .. member)
  call('ZREM', KEYS[key + i], ARGV[at + moves + i] .. member)
end
at, key = at + 2 * moves, key + moves
