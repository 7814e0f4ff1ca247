-- Runs one command on a native structure of an entity, if the entity's row is there: nothing is left over of an entity that somebody deleted.
--@key row; structure
--@arg command, its arguments after the key ...
--@returns {0} there is no row; {1, values ...} what the command replied
if redis.call('EXISTS', KEYS[1]) == 0 then return { 0 } end
local reply = redis.call(ARGV[1], KEYS[2], unpack(ARGV, 2))
-- A counter may be beyond what a Lua number holds, so it is read as text.
if ARGV[1] == 'INCRBY' then reply = redis.call('GET', KEYS[2]) end
local values = { 1 }
if type(reply) ~= 'table' then
  values[2] = reply
elseif not reply.ok then
  for i = 1, #reply do values[i + 1] = reply[i] end
end
return values
