// Runs the exported function `report` of a WebAssembly module and passes on what it prints.
// Usage: node run.mjs module.wasm
import { readFileSync, writeSync } from "node:fs";
import { randomFillSync } from "node:crypto";

const module = new WebAssembly.Module(readFileSync(process.argv[2]));
const output = [];
let memory;
let top = 0;
const bytes = () => new Uint8Array(memory.buffer);

/** Hands out memory from the end of the module's own on and takes none back. */
function allocate(size, alignment) {
  top = Math.ceil(top / alignment) * alignment;
  const address = top;
  top += size;
  const missing = top - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / 65536));
  return address;
}

const host = {
  putchar: (byte) => (output.push(byte), byte),
  posix_memalign(result, alignment, size) {
    const address = allocate(size, alignment);
    new DataView(memory.buffer).setUint32(result, address, true);
    return 0;
  },
  malloc: (size) => allocate(size, 16),
  free() {},
  memcpy: (to, from, size) => (bytes().copyWithin(to, from, from + size), to),
  memmove: (to, from, size) => (bytes().copyWithin(to, from, from + size), to),
  memset: (to, value, size) => (bytes().fill(value, to, to + size), to),
  memcmp(a, b, size) {
    const data = bytes();
    for (let i = 0; i < size; i++) if (data[a + i] !== data[b + i]) return data[a + i] - data[b + i];
    return 0;
  },
  strlen: (text) => bytes().indexOf(0, text) - text,
  exp2: (x) => 2 ** x, // the compiler makes it of pow(2, x)
  // 128-bit product of two pairs of 64-bit halves.
  __multi3(result, aLow, aHigh, bLow, bHigh) {
    const [a, b] = [(aHigh << 64n) | BigInt.asUintN(64, aLow), (bHigh << 64n) | BigInt.asUintN(64, bLow)];
    const view = new DataView(memory.buffer);
    view.setBigUint64(result, BigInt.asUintN(64, a * b), true);
    view.setBigUint64(result + 8, BigInt.asUintN(64, (a * b) >> 64n), true);
  },
  __stack_chk_fail() {
    throw new Error("the module wrote beyond its stack");
  },
  // Seeds of hash tables: different in every run, so that no order of a table can hide in the output.
  arc4random_buf: (to, size) => randomFillSync(bytes().subarray(to, to + size)),
};

const imports = {};
for (const { module: space, name, kind } of WebAssembly.Module.imports(module)) {
  const lent = host[name] ?? Math[name];
  if (kind !== "function" || !lent) throw new Error(`the module asks for ${kind} ${name}, which nothing lends`);
  (imports[space] ??= {})[name] = lent;
}
const { exports } = new WebAssembly.Instance(module, imports);
memory = exports.memory;
top = memory.buffer.byteLength;
exports.report();
writeSync(1, Buffer.from(output));
