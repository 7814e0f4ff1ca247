-- Whether a commit has left its receipt; one that has not is given up: should its call still arrive, it is refused.
--@key receipt
--@arg milliseconds that the answer is kept
--@returns 1 it has happened; 0 it has not, and never will
local call = redis.call
local known = call('GET', KEYS[1])
if not known then call('SET', KEYS[1], '0', 'PX', ARGV[1]) end
return { known == '1' and 1 or 0 }
