// Starts the page's program. A file, because the content security policy allows no inline script.
import init from "./durability.js";

await init();
