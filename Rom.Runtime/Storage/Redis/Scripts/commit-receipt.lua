-- A commit as commit.lua makes it, which leaves a receipt in the same step.
--@key those of commit.lua; the receipt
--@arg those of commit.lua; milliseconds that the receipt is kept
--@returns what commit.lua returns; {12, 0} there is a receipt: this commit has run, or its client gave it up
--@include shared/receipt/check
local function commit()
  --@include commit
end
--@include shared/receipt/leave
