import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

/** The page talks to nobody. Only in the built page, for Vite's own development server needs a connection. */
const policy = {
  name: "content-security-policy",
  apply: "build",
  transformIndexHtml: () => [
    {
      tag: "meta",
      injectTo: "head-prepend",
      attrs: {
        "http-equiv": "Content-Security-Policy",
        content: [
          "default-src 'none'",
          "script-src 'self' 'wasm-unsafe-eval'",
          "style-src 'self'",
          "img-src 'self' data:",
          "connect-src 'none'",
          "form-action 'none'",
          "base-uri 'none'",
        ].join("; "),
      },
    },
  ],
};

export default defineConfig({
  base: "./",
  plugins: [vue(), policy],
  // The samples lie with the tests.
  server: { fs: { allow: [".."] } },
  build: {
    target: ["es2020", "chrome85", "firefox79", "safari14"],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2500,
  },
});
