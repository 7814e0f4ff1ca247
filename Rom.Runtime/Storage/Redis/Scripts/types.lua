#!lua flags=no-writes
-- What keys hold, for an error that names the one that is not Rom's.
--@key any keys
--@arg none
--@returns the type of each
local call, types = redis.call, {}
for i = 1, #KEYS do types[i] = call('TYPE', KEYS[i]).ok end
return types
