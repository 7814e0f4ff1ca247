// Prints MessagePackVectors.txt: what @msgpack/msgpack encodes. A line is a kind, an argument, the count of bytes, their SHA-256, and
// the bytes themselves where they are few. Run with Node.js:
//   npm install @msgpack/msgpack@3.1.3 && node MessagePackVectors.mjs > MessagePackVectors.txt
import { createHash } from "node:crypto";
import { encode } from "@msgpack/msgpack";

function line(kind, argument, value) {
  const bytes = Buffer.from(encode(value, { useBigInt64: true }));
  console.log([kind, argument, bytes.length, createHash("sha256").update(bytes).digest("hex"), bytes.length > 64 ? "" : bytes.toString("hex")].join("\t"));
}

const integers = [
  0n, 1n, 127n, 128n, 255n, 256n, 65535n, 65536n, 4294967295n, 4294967296n, 9007199254740993n, 9223372036854775807n, 18446744073709551615n,
  -1n, -32n, -33n, -128n, -129n, -32768n, -32769n, -2147483648n, -2147483649n, -9007199254740993n, -9223372036854775808n,
];
// A bigint is always written in 64 bits and a number beyond 32 bits as a float, so each is given the type whose form is an integer's shortest.
for (const integer of integers) line("Integer", integer, integer >= -2147483648n && integer <= 4294967295n ? Number(integer) : integer);
for (const length of [0, 1, 31, 32, 255, 256, 65535, 65536]) line("String", length, "a".repeat(length));
line("Text", "é😀", "é😀");
for (const length of [0, 1, 255, 256, 65535, 65536]) line("Binary", length, new Uint8Array(length).fill(7));
for (const length of [0, 1, 15, 16, 65535, 65536]) line("Array", length, new Array(length).fill(3));
for (const length of [0, 1, 15, 16, 65535, 65536]) line("Map", length, Object.fromEntries(Array.from({ length }, (_, i) => ["k" + i, 1])));
for (const double of [0.5, -0.1, 1e300, 5e-324]) line("Double", double, double);
for (const bool of [true, false]) line("Bool", bool, bool);
line("Phones", 2, [{ Number: "1", Kind: 0, ext: null }, { Number: "é", Kind: 1, ext: -300 }]);
