-- The schema record for reads: rows that nobody has written yet, and so no record, are read by anyone.

-- What is stored of the writers' indexes, for the error, if they are not the reader's; nil when they are.
local function otherSchema(fingerprint)
  local stored = call('HGET', KEYS[2], 'fingerprint')
  return stored and stored ~= fingerprint and (call('HGET', KEYS[2], 'description') or '') or nil
end
