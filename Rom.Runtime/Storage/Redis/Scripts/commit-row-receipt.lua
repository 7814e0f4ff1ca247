-- A commit of one row as commit-row.lua makes it, which leaves a receipt in the same step.
--@key those of commit-row.lua; the receipt
--@arg those of commit-row.lua; milliseconds that the receipt is kept
--@returns what commit-row.lua returns; {12, 0} there is a receipt: this commit has run, or its client gave it up
--@include shared/receipt/check
local function commit()
  --@include commit-row
end
--@include shared/receipt/leave
