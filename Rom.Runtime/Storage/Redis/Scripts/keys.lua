#!lua flags=no-writes
-- One step of a scan over the keys of the node that has a model.
--@key schema, which names the node
--@arg cursor, pattern, how many keys to look at
--@returns the next cursor ('0' at the end), the keys that match
local call, ARGV = redis.call, ARGV
local page = call('SCAN', ARGV[1], 'MATCH', ARGV[2], 'COUNT', ARGV[3])
local output = { page[1] }
for i = 1, #page[2] do output[i + 1] = page[2][i] end
return output
