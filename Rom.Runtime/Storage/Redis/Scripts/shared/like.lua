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

-- Whether the rest of a text, from a place, is like the pieces from one on. What failed is noted, so that no place is tried twice.
local function isLikeFrom(text, pattern, piece, from, failed)
  local fewest, most, literal = pattern[piece], pattern[piece + 1], pattern[piece + 2]
  local start = advance(text, from, fewest)
  if not start then return false end
  if not literal then
    if most < 0 then return true end
    local rest = advance(text, start, most - fewest)
    return not rest or rest > #text
  end
  local place = piece * (#text + 2) + start
  if failed[place] then return false end
  failed[place] = true
  if most < 0 then
    local first, last = text:find(literal, start, true)
    while first do
      if isLikeFrom(text, pattern, piece + 3, last + 1, failed) then return true end
      -- The first place is the best one unless what follows must come at a certain distance.
      local nextMost = pattern[piece + 4]
      if nextMost < 0 then return false end
      first, last = text:find(literal, first + 1, true)
    end
    return false
  end
  for _ = fewest, most do
    if text:sub(start, start + #literal - 1) == literal and isLikeFrom(text, pattern, piece + 3, start + #literal, failed) then return true end
    start = advance(text, start, 1)
    if not start then return false end
  end
  return false
end

local function isLike(text, pattern) return isLikeFrom(text, pattern, 1, 1, {}) end
