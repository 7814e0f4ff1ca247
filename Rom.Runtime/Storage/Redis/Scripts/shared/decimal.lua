-- Sums and comparisons of non-negative integers as text, because a Lua number is exact only to 2^53.

-- a + n, where n is a Lua number below 10^14.
local function add(a, n)
  if #a < 15 and n < 1e14 then return string.format('%.0f', tonumber(a) + n) end
  local tail = tonumber(a:sub(-14)) + n
  local head = a:sub(1, -15)
  if tail >= 1e14 then
    head, tail = add(head == '' and '0' or head, 1), tail - 1e14
  end
  return head .. string.format('%014.0f', tail)
end

-- Whether a > b.
local function exceeds(a, b)
  if #a ~= #b then return #a > #b end
  return a > b
end
