// Runs in the page before the app. Notes when something with one of these texts has been painted that can be
// used: a button, or the heading of a page whose figures are all there.
((texts) => {
    const visit = (window.visit = { stands: null });
    const stands = () =>
        !document.querySelector("[role=progressbar], [aria-busy=true]") &&
        [...document.querySelectorAll("button, h1, h2")].some((e) => texts.includes(e.textContent.trim()));
    const seen = new MutationObserver(() => {
        if (!stands()) return;
        seen.disconnect();
        // A frame's callbacks run before it is painted, a message sent from one is read after.
        requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => (visit.stands = performance.now());
            channel.port2.postMessage(0);
        });
    });
    seen.observe(document, { subtree: true, childList: true, characterData: true });
})
