#!lua flags=no-writes
-- A search that also says what it did: search.lua with its steps counted, which takes it somewhat longer.
--@key as those of search.lua: rows, the schema record; the query names further keys of the same slot
--@arg as those of search.lua
--@returns what search.lua returns, then, unless the indexes differ, one text of numbers: microseconds, or 0 where the server's clock stands still in a script, way (0: an index
--@returns counted, 1: the order walked, 2: a condition drove), which condition drove (0: none, so that all rows were candidates; -1: the groups of the order's first column, below: a ring),
--@returns then of each condition, a combined one before its parts: intersected by the driver (0 or 1), estimate (-1: none), entries visited, rows tested, rows that passed
local call, unpack = redis.call, unpack
local started = call('TIME')

--@include shared/schema

local other = otherSchema(ARGV[1])
if other then return { -1, other } end

--@include shared/search

local way, driver = 0, 0
local bareHolds, bareEachRow, bareDrive, bareWalk = holds, eachRow, drive, walkOrder

holds = function(node, row)
  local yes = bareHolds(node, row)
  node.tested = (node.tested or 0) + 1
  if yes then node.passed = (node.passed or 0) + 1 end
  return yes
end

eachRow = function(node, at, visit)
  local before = visited
  local after = bareEachRow(node, at, visit)
  node.visited = (node.visited or 0) + visited - before
  for i = 2, node.sets and #node.sets or 0 do node.sets[i].intersected = true end
  return after
end

drive = function(part)
  way, driver = 2, part
  return bareDrive(part)
end

walkOrder = function()
  way = 1
  return bareWalk()
end

search()

local told = {}
local function tell(number) told[#told + 1] = string.format('%.0f', number) end

local function tellAll(nodes)
  for i = 1, #nodes do
    local node = nodes[i]
    tell(node.intersected and 1 or 0)
    tell(node.expected or -1)
    tell(node.visited or 0)
    tell(node.tested or 0)
    tell(node.passed or 0)
    if node.parts then tellAll(node.parts) end
  end
end

local ended = call('TIME')
tell((ended[1] - started[1]) * 1000000 + ended[2] - started[2])
tell(way)
tell(driver)
tellAll(conditions)
output[#output + 1] = table.concat(told, ' ')
return output
