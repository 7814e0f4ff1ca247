-- What a transaction has read must still be so; adds to 'refused' where it is not.
-- KEYS: one of each check. ARGV of each: a reading command, how many arguments, the arguments, and the reply that it must give: a number or text, '' for nothing,
-- for a list the SHA-1 of its fields, each after its length and a colon, or '-' where there is none.
for c = 1, checks do
  local last = at + 2 + ARGV[at + 2]
  local command, name, reply = ARGV[at + 1], KEYS[key + c]
  if command == 'EXISTS' then reply = call('EXISTS', name)
  elseif command == 'HGET' then reply = call('HGET', name, ARGV[last])
  elseif command == 'ZLEXCOUNT' then reply = call('ZLEXCOUNT', name, ARGV[last - 1], ARGV[last])
  elseif command == 'ZCARD' then reply = call('ZCARD', name)
  elseif command == 'SCARD' then reply = call('SCARD', name)
  else
    reply = call('HMGET', name, unpack(ARGV, at + 3, last))
    for i = 1, #reply do reply[i] = reply[i] and #reply[i] .. ':' .. reply[i] or '-' end
    reply = redis.sha1hex(table.concat(reply))
  end
  if tostring(reply or '') ~= ARGV[last + 1] then
    refused = refused or {}
    refused[#refused + 1] = { 9, c - 1 }
  end
  at = last + 1
end
key = key + checks
