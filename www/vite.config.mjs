import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";
import { installable } from "./plugins/installable.mjs";
import { policy } from "./plugins/policy.mjs";
import { singleFile } from "./plugins/single-file.mjs";

/** `vite build` makes the page to be served, `vite build --mode single` the one file `gongwei.html` beside it. */
export default defineConfig(({ mode }) => ({
  base: "./",
  plugins: [vue(), ...(mode === "single" ? [singleFile("gongwei.html")] : [policy, installable])],
  // The samples lie with the tests.
  server: { fs: { allow: [".."] } },
  build: {
    target: ["es2020", "chrome85", "firefox79", "safari14"],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: mode === "single" ? Infinity : 2500,
  },
}));
