-- Answers with what was refused: a refusal as it is, several each after its length, at most 100.
if refused then
  if #refused == 1 then return refused[1] end
  local reply = { 8 }
  for i = 1, math.min(#refused, 100) do
    reply[#reply + 1] = #refused[i]
    for j = 1, #refused[i] do reply[#reply + 1] = refused[i][j] end
  end
  return reply
end
