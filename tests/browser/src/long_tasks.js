// Runs in every page before its own program: writes to the console, which outlives pages and browsers, how
// many milliseconds each task took that held the page up for so long that browsers report it (over 50).
(() => {
  const write = (tasks) => tasks.forEach((task) => console.debug(`long task ${Math.round(task.duration)}`));
  const observer = new PerformanceObserver((seen) => write(seen.getEntries()));
  observer.observe({ type: "longtask", buffered: true });
  // What has not been told when the page is left would be lost with it.
  addEventListener("pagehide", () => write(observer.takeRecords()));
})();
