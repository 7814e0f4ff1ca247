-- Exact sums of decimals as text, with the scale that C# gives them; no Lua number holds more than 13 digits.

-- a + b, or a - b where that is not negative, of digits of one length.
local function combine(a, b, sign)
  local groups, carry = {}, 0
  for last = #a, 1, -12 do
    local first = math.max(last - 11, 1)
    local value, unit = tonumber(a:sub(first, last)) + sign * tonumber(b:sub(first, last)) + carry, 10 ^ (last - first + 1)
    carry = 0
    if value >= unit then
      carry, value = 1, value - unit
    elseif value < 0 then
      carry, value = -1, value + unit
    end
    table.insert(groups, 1, string.format('%0' .. last - first + 1 .. '.0f', value))
  end
  return (carry == 1 and '1' or '') .. table.concat(groups)
end

-- Whether digits of any length are more than others. Lua's own comparison follows the server's locale, which has the digits in order.
local function more(a, b) return #a > #b or #a == #b and a > b end

-- Whether an integer without needless zeros is less than another.
local function less(a, b)
  local negative = a:byte() == 45
  if negative ~= (b:byte() == 45) then return negative end
  if negative then return more(a:sub(2), b:sub(2)) end
  return more(b, a)
end

-- The sum, and how many digits it has; nothing where a text is none of these numbers, or a zero with a sign.
local function sum(a, b)
  local signa, inta, fractiona = a:match('^(-?)(%d+)%.?(%d*)$')
  local signb, intb, fractionb = b:match('^(-?)(%d+)%.?(%d*)$')
  if not inta or not intb or a:find('^-[0.]*$') or b:find('^-[0.]*$') then return end
  local whole, scale = math.max(#inta, #intb), math.max(#fractiona, #fractionb)
  local digitsa = ('0'):rep(whole - #inta) .. inta .. fractiona .. ('0'):rep(scale - #fractiona)
  local digitsb = ('0'):rep(whole - #intb) .. intb .. fractionb .. ('0'):rep(scale - #fractionb)
  local sign, digits = signa, nil
  if signa == signb then
    digits = combine(digitsa, digitsb, 1)
  elseif more(digitsb, digitsa) then
    sign, digits = signb, combine(digitsb, digitsa, -1)
  else
    digits = combine(digitsa, digitsb, -1)
  end
  local integer, fraction = digits:sub(1, #digits - scale):match('^0*(%d+)$'), scale > 0 and '.' .. digits:sub(-scale) or ''
  if not digits:find('[1-9]') then sign = '' end
  return sign .. integer .. fraction, #digits:match('^0*(%d*)$'), scale
end
