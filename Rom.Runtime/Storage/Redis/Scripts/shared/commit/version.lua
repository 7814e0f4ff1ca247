-- The next version of a row: above its model's last and above its own, so that none comes again where the last was lost or set back.
--@include shared/decimal

local function nextversion(last, own)
  last = last or '0'
  if own and own:find('^%d+$') and exceeds(own, last) then last = own end
  return add(last, 1)
end
