-- A commit that is refused writes nothing, and leaves no receipt.
local reply = commit()
if type(reply) ~= 'table' or reply[1] == 0 then call('SET', receipt, '1', 'PX', ARGV[#ARGV]) end
return reply
