-- Takes, prolongs or gives back the advisory lock of a row. A lock is a string: the fencing number, a space, the holder's token.
--@key lock; the model's last fencing number
--@arg action: 0 acquire, 1 renew, 2 release; token; milliseconds to live
--@returns 0 the token does not hold the lock; 1 and its fencing number when it does, or did until now
local call = redis.call
local held = call('GET', KEYS[1])
local mine = held and held:match('^%d+ (.*)$') == ARGV[2]
local fence = held and held:match('^%d+')
if ARGV[1] == '0' and not held then
  fence = string.format('%.0f', call('INCR', KEYS[2]))
  call('SET', KEYS[1], fence .. ' ' .. ARGV[2], 'PX', ARGV[3])
elseif not mine then
  return { 0 }
elseif ARGV[1] == '2' then
  call('DEL', KEYS[1])
else
  call('PEXPIRE', KEYS[1], ARGV[3])
end
return { 1, fence }
