// Runs in every page before its own code where the browser's console cannot be read through the driver:
// tells the host what is written there. What a test wants to run before the page follows at the end.
(() => {
  const told = [];
  // What is still loading when the page is left ends with an error in WebKit, and is no fault. Who stays
  // after all is heard again.
  let leaves = false;
  addEventListener("beforeunload", () => {
    leaves = true;
    setTimeout(() => (leaves = false), 1000);
  });
  const tell = (message) => {
    if (leaves) return;
    const text = encodeURIComponent(String(message).slice(0, 1500));
    told.push(fetch(`/watched?${text}`, { keepalive: true }).catch(() => {}));
  };
  Object.defineProperty(window, Symbol.for("told"), { value: told });
  const inWords = (value) => (value instanceof Error ? `${value} ${value.stack ?? ""}` : String(value));
  const write = console.error;
  console.error = (...values) => {
    tell(values.map(inWords).join(" "));
    write.apply(console, values);
  };
  // Sizes that change while they are observed are reported in the next frame; only that is told here,
  // and no console shows it.
  const isNotice = (e) => String(e.message).startsWith("ResizeObserver loop");
  addEventListener("error", (e) => isNotice(e) || tell(`${e.message ?? "not loaded"} ${e.filename ?? e.target?.outerHTML}:${e.lineno ?? ""}`), true);
  addEventListener("unhandledrejection", (e) => tell(`unhandled rejection ${inWords(e.reason)}`));
})();
