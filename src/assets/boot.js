// Starts the program. The content security policy allows no inline script, so this is a file, and
// what it must know stands in the page: the <template id="program"> says where the program is, the
// preload links what it must hash to. The sentences it shows are the page's own (index.html).

const opening = document.getElementById("opening");

/** Shows the part of the opening page that fits `state` and hides the others. */
function say(state) {
  for (const part of opening.querySelectorAll("[data-when]")) {
    part.hidden = part.dataset.when !== state;
  }
  opening.setAttribute("role", state === "opening" ? "main" : "alert");
}

/** A module of one function, which fills a vector: the least that tells a browser that can run the program. */
const SMALL_PROGRAM = Uint8Array.of(
  0, 97, 115, 109, 1, 0, 0, 0, // a module, version 1
  1, 5, 1, 96, 0, 1, 123, // a type: nothing in, a vector out
  3, 2, 1, 0, // a function of this type
  10, 8, 1, 6, 0, 65, 0, 253, 15, 11, // its code: i32.const 0, i8x16.splat
);

/** Whether this browser, under this page's policy, compiles WebAssembly with vectors. */
function runsWebAssembly() {
  try {
    return new WebAssembly.Module(SMALL_PROGRAM) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}

/** The program's own address and the hash that the build wrote beside it. */
function described(address) {
  const links = [...document.querySelectorAll("link[integrity]")];
  const integrity = links.find((link) => link.getAttribute("href") === address)?.integrity ?? "";
  return { url: new URL(address, document.baseURI), integrity };
}

/** A newer version that waits may be the cure: it takes over, for the next load to use. */
async function useNewer() {
  const registration = await navigator.serviceWorker?.getRegistration();
  registration?.waiting?.postMessage("take over");
}

async function boot() {
  if (!runsWebAssembly()) {
    say("no-webassembly");
    return;
  }
  const { js, wasm } = document.getElementById("program").dataset;
  let start, program;
  try {
    // The link rel="modulepreload" holds the module to its hash; for the WebAssembly no browser
    // checks the preload's, so the request carries it.
    const { url, integrity } = described(wasm);
    const fetched = fetch(url, { integrity, credentials: "same-origin" });
    [start, program] = await Promise.all([import(described(js).url.href), fetched]);
    if (!program.ok) {
      throw new Error(`${url.pathname}: ${program.status}`);
    }
  } catch (error) {
    say("not-loaded");
    useNewer();
    throw error;
  }
  try {
    await start.default({ module_or_path: program });
  } catch (error) {
    say("not-started");
    useNewer();
    throw error;
  }
}

boot();
