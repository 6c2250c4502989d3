// Makes one HTML file of the page that runs from the disk, where modules cannot be loaded: all code in one classic script,
// styles and the engine's module in it. Of our own rather than vite-plugin-singlefile: that leaves the script a module and
// knows no policy, and the rest is these lines.
import { createHash } from "node:crypto";
import { policyOf } from "./policy.mjs";

export function singleFile(name) {
  return {
    name: "single-file",
    apply: "build",
    enforce: "post",
    config: () => ({
      build: {
        emptyOutDir: false,
        cssCodeSplit: false,
        modulePreload: false,
        assetsInlineLimit: Number.MAX_SAFE_INTEGER,
        rolldownOptions: {
          output: { format: "iife", codeSplitting: false },
          // Vite asks from where it loads parts; there are none.
          transform: { define: { "import.meta": "{}" } },
        },
      },
    }),
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const files = Object.values(bundle);
        const html = files.find(({ fileName }) => fileName.endsWith(".html"));
        const chunks = files.filter(({ type }) => type === "chunk");
        const styles = files.filter(({ fileName }) => fileName.endsWith(".css"));
        const others = files.filter((file) => file !== html && !chunks.includes(file) && !styles.includes(file));
        if (chunks.length !== 1 || others.length > 0) {
          this.error(`not one file: ${[...chunks.slice(1), ...others].map(({ fileName }) => fileName).join(", ")}`);
        }
        // Neither may end its element, nor begin a comment in it.
        const script = chunks[0].code.replace(/<(?=\/script|!--|script)/gi, "\\x3c");
        const style = styles.map(({ source }) => String(source)).join("\n").replace(/<(?=\/style)/gi, "\\3c ");
        const policy = policyOf({ scripts: hash(script), styles: hash(style), own: "" });
        const page = String(html.source)
          .replace(/<script\b[^>]*\bsrc=[^>]*><\/script>\s*/g, "")
          .replace(/<link\b[^>]*rel="stylesheet"[^>]*>\s*/g, "")
          .replace(/<head>/, () => `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`)
          .replace(/<\/head>/, () => `<style>${style}</style>\n  </head>`)
          // A classic script runs where it stands: after what it fills.
          .replace(/<\/body>/, () => `<script>${script}</script>\n  </body>`);
        if (/<(script|link)\b[^>]*(src|href)="(?!data:)/.test(page.slice(0, page.indexOf("<style>")))) {
          this.error("the page still loads something");
        }
        for (const { fileName } of files) {
          delete bundle[fileName];
        }
        this.emitFile({ type: "asset", fileName: name, source: page });
      },
    },
  };
}

function hash(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
