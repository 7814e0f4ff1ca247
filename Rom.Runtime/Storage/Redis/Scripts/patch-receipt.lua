-- A patch as patch.lua makes it, which leaves a receipt in the same step.
--@key those of patch.lua; the receipt
--@arg those of patch.lua; milliseconds that the receipt is kept
--@returns what patch.lua returns; {12, 0} there is a receipt: this patch has run, or its client gave it up
--@include shared/receipt/check
local function commit()
  --@include patch
end
--@include shared/receipt/leave
