#!lua flags=no-writes
-- Rows that match a filter, in an order, within a window: estimates each condition, then drives by the cheapest or walks the order.
--@key rows: the set of all keys, or the ordered index that stands in for it; the schema record; the query names further keys of the same slot
--@arg fingerprint, head of row keys, form of members ('g' or 't'), query, fields ...
--@arg query, in MessagePack: rows (forms of the entries of the first key), count (no rows), skip, take (-1: all), descending, budget (units of work), needs (fields that conditions and order look at),
--@arg | conditions (see filter.lua), order {form, field, reversed, nullsHigh, longitude and latitude to order by distance}, walk {key, forms, ranges, covers (condition)} or nothing,
--@arg | groups (the same, an index of the order's first column alone, of a small window) or nothing,
--@arg | rings (geo conditions, each half as wide as the one before, around the point that a small window is ordered by the distance from), around (the condition that they lie within, or 0),
--@arg | walking (an earlier call chose to walk), window (the script sorts and cuts), after (only entries beyond this), last (the last entry that can be in the window), place (of an earlier call)
--@returns -2, the conditions (their numbers) whose test on a row would take too long, to be left out here and tested by the client, if there are any; else
--@returns -3, the key of a row that holds another one, if it is among those to return; else
--@returns visited, found, state, place, rows still to skip, then rows, one after the other; or -1, stored description when the writers' indexes differ
--@returns state 0: the window; 1: a part of it, to be continued after the entry that place is; 2: all matches, to be sorted and cut, each entry
--@returns before its row unless the order is that of the keys; 3: some of them, to be continued at place, 1 instead of rows to skip if rows may come again; a count in state 2 or 3 has the members as rows, or no rows if none may come again
local call, unpack = redis.call, unpack

--@include shared/schema

local other = otherSchema(ARGV[1])
if other then return { -1, other } end

--@include shared/search

search()
return output
