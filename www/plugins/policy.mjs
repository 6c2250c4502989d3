/** The page talks to nobody: what it may load is its own, and nothing leaves it. */
export function policyOf({ scripts, styles, own }) {
  const rules = [
    "default-src 'none'",
    `script-src ${scripts} 'wasm-unsafe-eval'`,
    `style-src ${styles}`,
    `img-src ${own} data:`,
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ];
  // Of an installed page: what makes it one.
  return (own === "" ? rules : [...rules, `worker-src ${own}`, `manifest-src ${own}`]).join("; ").replace(/ +/g, " ");
}

/** Puts the policy into the built page. Not while developing, for Vite's own server needs a connection. */
export const policy = {
  name: "content-security-policy",
  apply: "build",
  transformIndexHtml: () => [
    {
      tag: "meta",
      injectTo: "head-prepend",
      attrs: { "http-equiv": "Content-Security-Policy", content: policyOf({ scripts: "'self'", styles: "'self'", own: "'self'" }) },
    },
  ],
};
