-- The next key that no row has, and the row's name; nothing when the range is used up.
--@include shared/decimal

local function assign(counter, head, greatest, chosen)
  local step = 1
  while true do
    local id = add(counter, step)
    if not exceeds(id, greatest) then
      local name = head .. id
      if call('EXISTS', name) == 0 and not (chosen and chosen[name]) then return id, name end
      -- Only a counter that was lost or set back meets a row; then look ever farther ahead.
      step = step * 2
    elseif step > 1 then
      -- Too far ahead: go on from the last row that was met, in small steps again.
      counter, step = add(counter, step / 2), 1
    else
      return
    end
  end
end
