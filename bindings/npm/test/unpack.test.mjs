// The entries that carry the module as text carry it packed.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const at = (name) => fileURLToPath(new URL(name, import.meta.url));
const { outputFiles } = await build({ entryPoints: [at("../src/unpack.ts")], bundle: true, format: "esm", target: "es2019", write: false });
const { unpack } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);

test("the packed module is the module", () => {
  const module = readFileSync(at("../module/gongwei.wasm"));
  assert.ok(Buffer.from(unpack(readFileSync(at("../module/gongwei.wasm.lzma")))).equals(module));
});

// Packed by another program than the build's, liblzma 5.
const PACKED = {
  "": "AwAAAQAAAAAAAAAAAACD//v//8AAAAA=",
  工: "AwAAAQADAAAAAAAAAAByr0CnlqL///gJoAA=",
  [`街道“大工委”、社区“大党委”，街道“大工委”、社区“大党委”；${"党委".repeat(300)}`]: "AwAAAQBoBwAAAAAAAAB0KZK6+QPZQXMK8Khwdx7i/hCGoDUCdMCn2pZjXmwdcrKbCF0xBkSY8+4cw6ON4dPnhp9/bJJZHzXrS9of/yhKAAA=",
};

for (const [text, packed] of Object.entries(PACKED)) {
  test(`what another program packed: ${text.length} characters`, () => {
    assert.equal(Buffer.from(unpack(Buffer.from(packed, "base64"))).toString(), text);
  });
}
