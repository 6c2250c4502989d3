// Makes the built page an app that can be installed and works without a network. Of our own rather than
// vite-plugin-pwa: that brings Workbox and some 300 packages to the build, for what are a list of files, a digest of it and
// the sixty lines of `src/offline/worker.ts`.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const WORKER = "worker.js";
/** The package's plain JavaScript. */
const PLAIN = /\/gongwei\/dist\/(js\.mjs|global\/javascript\.js)$/;
const icons = fileURLToPath(new URL("../src/offline/icons/", import.meta.url));
const ICONS = [
  { file: "icon-192.png", sizes: "192x192", purpose: "any" },
  { file: "icon-512.png", sizes: "512x512", purpose: "any" },
  { file: "icon-maskable-512.png", sizes: "512x512", purpose: "maskable" },
];

const MANIFEST = {
  id: "gongwei",
  name: "工委 · 街道“大工委”、社区“大党委”记录与核对",
  short_name: "工委",
  lang: "zh-CN",
  start_url: "./",
  scope: "./",
  display: "standalone",
  background_color: "#f4f4f0",
  theme_color: "#a4262c",
  icons: ICONS.map(({ file, sizes, purpose }) => ({ src: file, sizes, purpose, type: "image/png" })),
};

export const installable = {
  name: "installable",
  apply: "build",
  enforce: "post",

  buildStart() {
    this.emitFile({ type: "chunk", id: "src/offline/worker.ts", fileName: WORKER });
    this.emitFile({ type: "asset", fileName: "app.webmanifest", source: JSON.stringify(MANIFEST) });
    for (const { file } of ICONS) {
      this.emitFile({ type: "asset", fileName: file, source: readFileSync(icons + file) });
    }
  },

  transformIndexHtml: () => [
    { tag: "link", injectTo: "head", attrs: { rel: "manifest", href: "./app.webmanifest" } },
    { tag: "meta", injectTo: "head", attrs: { name: "theme-color", content: MANIFEST.theme_color } },
  ],

  generateBundle: {
    order: "post",
    handler(_options, bundle) {
      const worker = bundle[WORKER];
      if (worker.imports.length > 0 || worker.exports.length > 0) {
        this.error("the service worker shares code with the page, so it would be a module, which older browsers refuse");
      }
      const files = Object.values(bundle).filter(({ fileName }) => fileName !== WORKER && !fileName.endsWith(".map"));
      const digest = createHash("sha256");
      const names = files.map(({ fileName }) => fileName).sort();
      for (const name of names) {
        const file = bundle[name];
        digest.update(`${name}\0`).update(file.type === "chunk" ? file.code : file.source);
      }
      digest.update(worker.code);
      // What only browsers without WebAssembly need: the others do not keep it.
      const isPlain = (name) => bundle[name].moduleIds?.some((id) => PLAIN.test(id)) ?? false;
      const plain = names.filter(isPlain);
      if (plain.length !== 1 || !bundle[plain[0]].moduleIds.every((id) => PLAIN.test(id))) {
        this.error(`the plain JavaScript is not a file of its own: ${plain.join(", ")}`);
      }
      const build = { revision: digest.digest("hex").slice(0, 16), files: names.filter((name) => !isPlain(name)), plain };
      worker.code = `const BUILD = ${JSON.stringify(build)};\n${worker.code}`;
    },
  },
};
