-- How much one call may do, in units of at most a microsecond: what is left is done by further calls. From 7.2 on the clock stands still in a script.
-- An entry or member that is looked at is one unit; what a command, a row's fields or a test costs besides was measured, on rows in no cache.
-- Reserved is what is still to be done with what was found.
local visited, work, reserved, most = 0, 0, 0, 0

local function late() return work + reserved >= most end

-- What reading so many fields of a row and replying with them costs, and what their bytes do.
local function costOfRow(fields) return 1 + 0.8 * fields end

local function costOfBytes(values)
  local bytes = 0
  for i = 1, #values do
    if values[i] then bytes = bytes + #values[i] end
  end
  return bytes / 600
end
