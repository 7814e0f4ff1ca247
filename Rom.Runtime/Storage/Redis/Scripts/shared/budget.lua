-- How much one call may do, in units of about a microsecond: what is left is done by further calls. Redis 7 gives scripts no clock that runs.
-- An entry or member that is looked at is one unit; what is read of a row costs more.
local visited, work, most = 0, 0, 0

local function late() return work >= most end
