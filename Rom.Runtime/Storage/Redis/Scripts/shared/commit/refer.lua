-- Sets the columns that hold keys which this commit has assigned, with the entry of each in the column's ordered index and in its unique.
-- KEYS of each: the ordered index; the hash of the unique, or the index again. ARGV of each: its row, the row that it refers to, field, '1' if it is unique.
for i = 0, references - 1 do
  local a, k = linkarg + 4 * i, linkkey + 2 * i
  local row, id = rows[ARGV[a + 1] + 1], rows[ARGV[a + 2] + 1][2]
  call('HSET', row[1], ARGV[a + 3], id)
  call('ZADD', KEYS[k + 1], 0, rank(id) .. row[2])
  if ARGV[a + 4] == '1' then call('HSET', KEYS[k + 2], id, row[2]) end
end
