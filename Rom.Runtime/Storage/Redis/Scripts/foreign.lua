#!lua flags=no-writes
-- Which key stops a search because another program wrote it as another type: search.lua again, asking before each command what its key holds.
--@key as those of search.lua: rows, the schema record; the query names further keys of the same slot
--@arg as those of search.lua
--@returns the key; nothing when the search is not stopped any more
local send, unpack = redis.call, unpack
local types = {
  HGET = 'hash', HMGET = 'hash', SCARD = 'set', SISMEMBER = 'set', SSCAN = 'set', SINTER = 'set', ZCARD = 'zset', ZCOUNT = 'zset',
  ZLEXCOUNT = 'zset', ZRANGE = 'zset', ZRANGEBYLEX = 'zset', ZREVRANGEBYLEX = 'zset', GEOPOS = 'zset',
}

local call = function(command, ...)
  local keys = command == 'SINTER' and { ... } or { (...) }
  for i = 1, #keys do
    local held = send('TYPE', keys[i]).ok
    if types[command] and held ~= 'none' and held ~= types[command] then coroutine.yield(keys[i]) end
  end
  return send(command, ...)
end

--@include shared/search

return { coroutine.wrap(function()
  search()
  return false
end)() or nil }
