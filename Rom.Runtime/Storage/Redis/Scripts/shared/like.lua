-- Patterns of Like: pieces of gap and literal { fewest, most characters or -1, literal }, then the gap of the end. Characters are Unicode scalars.

-- The place after n characters from a place, or nil.
local function advance(text, from, n)
  for _ = 1, n do
    if from > #text then return nil end
    local lead = text:byte(from)
    from = from + (lead < 192 and 1 or lead < 224 and 2 or lead < 240 and 3 or 4)
  end
  return from
end

-- The places after the next literal, lowest first, that some places reach over a gap. An open gap is best begun at the lowest place, and
-- the first literal behind it is the best one unless what follows must come at a certain distance.
local function reach(text, places, fewest, most, literal, isFirstBest)
  local reached = {}
  if most < 0 then
    local start = advance(text, places[1], fewest)
    local first, last
    if start then first, last = text:find(literal, start, true) end
    while first do
      reached[#reached + 1] = last + 1
      if isFirstBest then break end
      first, last = text:find(literal, first + 1, true)
    end
    return reached
  end
  local seen = {}
  for i = 1, #places do
    local start, n = advance(text, places[i], fewest), fewest
    while start do
      local behind = start + #literal
      if not seen[behind] and text:sub(start, behind - 1) == literal then
        seen[behind], reached[#reached + 1] = true, behind
      end
      if n == most then break end
      start, n = advance(text, start, 1), n + 1
    end
  end
  table.sort(reached)
  return reached
end

-- Place by place and not by trying: no text makes it slower than its length times the pieces. As long as one place is the best, no list of them is needed.
local function isLike(text, pattern)
  local at, piece, last = 1, 1, #pattern - 1
  work = work + 0.7 + #text / 2000
  while piece < last do
    local fewest, most, literal, isOpenBehind = pattern[piece], pattern[piece + 1], pattern[piece + 2], pattern[piece + 4] < 0
    local isSuffix = piece + 3 == last and pattern[last] == 0 and pattern[last + 1] == 0
    if most ~= fewest and (most >= 0 or not isOpenBehind and not isSuffix) then break end
    at = fewest == 0 and at or advance(text, at, fewest)
    if not at then return false end
    local first = at
    if most < 0 and isSuffix then
      first = #text - #literal + 1
      if first < at or text:sub(first) ~= literal then return false end
    elseif most < 0 then
      first = text:find(literal, at, true)
      if not first then return false end
    elseif text:sub(at, at + #literal - 1) ~= literal then
      return false
    end
    at, piece, work = first + #literal, piece + 3, work + 0.2
  end
  local places = { at }
  for next = piece, last - 1, 3 do
    places = reach(text, places, pattern[next], pattern[next + 1], pattern[next + 2], pattern[next + 4] < 0)
    if #places == 0 then return false end
    work = work + 0.5 + #places / 4
  end
  local fewest, most = pattern[last], pattern[last + 1]
  for i = 1, #places do
    local start = advance(text, places[i], fewest)
    local rest = start and most >= 0 and advance(text, start, most - fewest)
    if start and (most < 0 or not rest or rest > #text) then return true end
  end
  return false
end
