// The service worker: keeps all files of one build, and gives them out instead of the network.

/** What TypeScript's library has only for workers, which cannot stand beside that for pages. */
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  registration: { scope: string };
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(kind: "install" | "activate", listener: (event: Extendable) => void): void;
  addEventListener(kind: "fetch", listener: (event: Fetching) => void): void;
  addEventListener(kind: "message", listener: (event: MessageEvent) => void): void;
}

/** Put before this file by the build. */
declare const BUILD: { revision: string; files: string[]; plain: string[] };

const worker = self as unknown as Worker;
const PREFIX = "gongwei-";
const CACHE = PREFIX + BUILD.revision;
/** The page has seen whether the browser runs WebAssembly under its policy, and asks for this worker accordingly. */
const FILES = self.location.search === "?plain" ? [...BUILD.files, ...BUILD.plain] : BUILD.files;

worker.addEventListener("install", (event) => {
  // All or none; and not from the browser's own cache, which may hold files of another build.
  const files = FILES.map((file) => new Request(file, { cache: "reload" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(files)));
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys().then(async (names) => {
      const older = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
      // The one before stays, for tabs that were loaded from it and still load parts.
      await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)));
      await worker.clients.claim();
    }),
  );
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const scope = worker.registration.scope;
  const address = request.url.split(/[?#]/)[0] ?? "";
  if (request.method === "GET" && address.startsWith(scope)) {
    const file = address.slice(scope.length) || "index.html";
    event.respondWith(find(file).then((found) => found ?? fetch(request)));
  }
});

worker.addEventListener("message", (event) => {
  if (event.data === "take over") {
    void worker.skipWaiting();
  }
});

/** A file of this build; of an older one only what this one does not have, such as parts that are named by what is in them. */
async function find(file: string): Promise<Response | undefined> {
  const own = await (await caches.open(CACHE)).match(file);
  return own ?? (await caches.match(file));
}
