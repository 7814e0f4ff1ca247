-- The schema record of one model: the writer's indexes are those that the stored rows have.
local stored = call('HGET', KEYS[1], 'fingerprint')
if stored ~= ARGV[1] then
  if stored then return { 5, 0, call('HGET', KEYS[1], 'description') or '' } end
  return { 6, 0 }
end
