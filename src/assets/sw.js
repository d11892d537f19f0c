// Lokikirja without a network: keeps every file of one release, and answers from there.
//
// The build fills in the two lines below: the version is the hash of all files, the list says what
// each must hash to. A release is kept whole or not at all, so a host that is half way through an
// upload, or sends something else in a file's place, changes nothing for who already has the app.

const VERSION = "";
const FILES = {};

/** Several apps may share an origin; what is ours begins so. Pages hold a lock of the same name. */
const OURS = `lokikirja ${self.registration.scope} `;
const OWN = OURS + VERSION;
const PAGE = "index.html";

const TYPES = {
  css: "text/css",
  html: "text/html",
  js: "text/javascript",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain",
  wasm: "application/wasm",
};

const addressOf = (name) => new URL(name, self.registration.scope).href;

/** Hosts differ in what they call some of our files; these must be what they are to work at all. */
function isOfItsType(name, response) {
  const wanted = TYPES[name.slice(name.lastIndexOf(".") + 1)];
  const sent = response.headers.get("Content-Type") ?? "";
  return wanted === undefined || sent.split(";")[0].trim() === wanted || (wanted === "text/javascript" && sent.includes("javascript"));
}

/** Fetches one file, holds it to its hash and keeps it. */
async function keep(cache, name) {
  const address = addressOf(name);
  if (await cache.match(address)) return;
  const integrity = FILES[name];
  // A file held to its hash may come from the browser's own cache: the page has just loaded it.
  const asked = new Request(address, {
    cache: integrity ? "default" : "reload",
    credentials: "same-origin",
    integrity,
    redirect: "error",
  });
  const response = await fetch(asked).catch((error) => {
    if (!integrity) throw error;
    // It may be the browser's cache that is wrong.
    return fetch(new Request(asked, { cache: "reload" }));
  });
  if (!response.ok || !isOfItsType(name, response)) {
    throw new Error(`${name}: ${response.status} ${response.headers.get("Content-Type")}`);
  }
  // The page names the version, so it cannot hold its own hash.
  if (!integrity && !(await response.clone().text()).includes(`data-version="${VERSION}"`)) {
    throw new Error(`${name} is of another version`);
  }
  await cache.put(address, response);
}

async function keepAll() {
  const wasThere = await caches.has(OWN);
  const cache = await caches.open(OWN);
  const kept = await Promise.allSettled(Object.keys(FILES).map((name) => keep(cache, name)));
  const failed = kept.find((each) => each.status === "rejected");
  if (failed) {
    if (!wasThere) await caches.delete(OWN);
    throw failed.reason;
  }
}

/** What was cleared comes back, and versions that no page shows any more go. */
async function tidy() {
  await keepAll();
  if (self.registration.installing || self.registration.waiting || !navigator.locks) return;
  const { held } = await navigator.locks.query();
  const shown = new Set(held.map((lock) => lock.name));
  for (const name of await caches.keys()) {
    if (name.startsWith(OURS) && name !== OWN && !shown.has(name)) await caches.delete(name);
  }
}

/** A kept file: of this version, else of the one that an older page still shows. */
async function found(name) {
  const address = addressOf(name);
  const own = await caches.open(OWN);
  const kept = await own.match(address);
  if (kept) return kept;
  for (const other of await caches.keys()) {
    if (other.startsWith(OURS) && other !== OWN) {
      const older = await (await caches.open(other)).match(address);
      if (older) return older;
    }
  }
}

async function answer(request) {
  const path = new URL(request.url).pathname;
  const name = path.slice(new URL(self.registration.scope).pathname.length) || PAGE;
  const kept = await found(name);
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (error) {
    const page = request.mode === "navigate" && (await found(PAGE));
    if (page) return page;
    throw error;
  }
}

self.addEventListener("install", (event) => event.waitUntil(keepAll()));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(self.skipWaiting());
  // Nothing depends on it; it is tried again by the next page.
  if (event.data === "tidy") event.waitUntil(tidy().catch(() => {}));
});
self.addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && event.request.url.startsWith(self.registration.scope)) {
    event.respondWith(answer(event.request));
  }
});
