-- Takes one row of a commit apart and decides whether its key and guards allow it; adds to 'refused' when they do not.
-- 'chosen' has the names of the new rows of a commit with several. It goes on from KEYS[key] and ARGV[at], and leaves them before the row's sets.
--
-- Numbers are MessagePack integers in one argument, whose bytes they are while all are small, and places are locals: tables with named fields and an
-- argument for each number took half of the time of a small save. An argument costs a tenth of a microsecond, so what says nothing is left out.
-- Kinds of writes: 0 change, 1 delete, 2 replace (drop other fields), 3 insert, 4 insert and move the counter to the key, 5 insert under the next key;
-- and 8 more when the row gets the next version of its model, 16 more when a row goes, comes or is replaced, whose native structures are to go,
-- 32 more when one goes or comes (1, 3, 4, 5) and the model keeps no set of all keys.
--
-- KEYS: the native structures (16), unless the key is assigned; the last version (8); the row, unless its key is assigned (5); all keys, unless it stays (1, 3, 4, 5) or there is no such set (32); the counter (4, 5); of each entry that moves, the ordered index; the
-- hash of each unique taken; of each entry added, the ordered index, or the posting, or the posting and a set of words (adjacent where a word is in two),
-- or the geo index; released and removed: the same. A point is replaced by the next, and removed like an entry of an ordered index without prefix.
-- ARGV: numbers (kind; guarding; how many guards, sets, clears, moves; and unless all are 0: takes; added: ordered, postings, words, points; releases; removed:
-- ordered, postings, words); member, or '' when it is assigned; how many native structures (16), and when the key is assigned what their names begin with; when it is assigned, head of row keys and greatest key; otherwise the guards; sets: field and value of each, the key's
-- first in a new row, the version's last and without a value (8); clears: fields; moves: new prefixes in ordered indexes, then old ones; values taken; added: prefixes in ordered indexes
-- (the first '' when it is that of the key which is assigned), words,
-- longitude and latitude of each point; values released; removed: prefixes, words.
-- Guards, by guarding: 2 one on the first field set: its bytes; 0 or 1: field of the key, guarded fields, the bytes of each; 1 also a letter for each (= equal,
-- # equal SHA-1, - absent).
local numbers, parse = ARGV[at + 1], string.byte
if #numbers ~= 6 and #numbers ~= 15 then parse = cmsgpack.unpack end
local kind, guarding, guards, sets, clears, moves, takes, ordered, postings, words, points, releases, unordered, unposted, unworded =
  parse(numbers, 1, 15)
local member, name, all, counter, others, versions, natives = ARGV[at + 2]
local unlisted = kind > 31
if unlisted then kind = kind - 32 end
if kind > 15 then
  local many = tonumber(ARGV[at + 3])
  kind, at = kind - 16, at + 1
  if kind % 8 == 5 then
    natives = { unpack(ARGV, at + 3, at + 2 + many) }
    at = at + many
  else
    natives = { unpack(KEYS, key + 1, key + many) }
    key = key + many
  end
end
if kind > 7 then
  kind, key, versions = kind - 8, key + 1, KEYS[key + 1]
end
if kind == 5 then
  if not unlisted then key, all = key + 1, KEYS[key + 1] end
  at, key, counter = at + 4, key + 1, KEYS[key + 1]
else
  key, name = key + 1, KEYS[key + 1]
  if (kind == 1 or kind > 2) and not unlisted then key, all = key + 1, KEYS[key + 1] end
  if kind == 4 then key, counter = key + 1, KEYS[key + 1] end
  if guarding == 2 then
    at = at + 3
    local value = call('HGET', name, ARGV[at + 1])
    if value ~= ARGV[at] then
      refused = refused or {}
      refused[#refused + 1] = call('EXISTS', name) == 1 and { 3, r - 1, value } or { 1, r - 1 }
    end
  else
    local expected, letters, status = at + 3 + guards, guarding == 1 and ARGV[at + 4 + 2 * guards]
    local present = call('HMGET', name, unpack(ARGV, at + 3, expected))
    if not present[1] then
      if kind < 3 then
        status = 1
      elseif chosen then
        if chosen[name] then status = 10 end
        chosen[name] = true
      end
    elseif kind > 2 then
      status = 2
    else
      for g = 1, guards do
        local letter, value, wanted, same = letters and letters:byte(g), present[g + 1], ARGV[expected + g]
        if letter == 45 then same = not value
        elseif letter == 35 then same = value and redis.sha1hex(value) == wanted
        else same = value == wanted end
        if not same then status = 3 end
      end
    end
    if status then
      refused = refused or {}
      refused[#refused + 1] = { status, r - 1, unpack(present, 2, present[1] and guards + 1 or 1) }
    end
    local field = ARGV[at + 3]
    at = at + 3 + 2 * guards + guarding
    if kind == 2 then
      local kept = { [field] = true }
      for i = at + 1, at + sets, 2 do kept[ARGV[i]] = true end
      others = {}
      for _, stored in ipairs(call('HKEYS', name)) do
        if not kept[stored] then others[#others + 1] = stored end
      end
    end
  end
end
