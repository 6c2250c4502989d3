// Says how large everything is that is shipped, and fails where a budget is exceeded.
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const read = (name) => readFileSync(new URL(name, import.meta.url));
const { version } = JSON.parse(read("package.json"));
const gzipped = (bytes) => gzipSync(bytes, { level: 9 }).length;
const kilobytes = (length) => `${(length / 1000).toFixed(1)} KB`.padStart(10);

const shipped = readdirSync(new URL("dist", import.meta.url), { recursive: true }).filter((name) => /\.(mjs|cjs|js|wasm)$/.test(name));
for (const name of shipped.sort()) {
  const bytes = read(`dist/${name}`);
  console.log(`${name.padEnd(24)} ${kilobytes(bytes.length)} raw ${kilobytes(gzipped(bytes))} gzip`);
}

for (const { what, file, gzip, bytes: budget } of JSON.parse(read("budgets.json"))) {
  const bytes = read(file.replace("{version}", version));
  const size = gzip ? gzipped(bytes) : bytes.length;
  console.log(`${what.padEnd(24)} ${kilobytes(size)} of  ${kilobytes(budget)}${size > budget ? "  OVER ITS BUDGET" : ""}`);
  process.exitCode ||= Number(size > budget);
}
