// Runs in the page before the app. Measures from an event of the user's to the frame in which its
// last consequence has been painted, and notes what keeps the main thread busy.
(() => {
    const bench = (window.bench = { ready: null, whole: null, tasks: [] });

    new PerformanceObserver((list) => {
        for (const task of list.getEntries()) bench.tasks.push([task.startTime, task.duration]);
    }).observe({ type: "longtask", buffered: true });

    // A frame's callbacks run before it is painted, a message sent from one is read after.
    const painted = () =>
        new Promise((resolve) =>
            requestAnimationFrame(() => {
                const channel = new MessageChannel();
                channel.port1.onmessage = () => resolve(performance.now());
                channel.port2.postMessage(0);
            }),
        );
    const changes = { subtree: true, childList: true, characterData: true, attributes: true };

    // What the program's memory has grown to.
    let memory = null;
    bench.memory = () => memory?.buffer.byteLength ?? 0;
    for (const name of ["instantiate", "instantiateStreaming"]) {
        const instantiate = WebAssembly[name];
        WebAssembly[name] = async (...what) => {
            const made = await instantiate(...what);
            memory ??= (made.instance ?? made).exports.memory;
            return made;
        };
    }

    // When the first row of a list has been painted, and when nothing is being read any more.
    const look = async () => {
        if (bench.ready === null) {
            if (!document.querySelector('[role=grid] [aria-rowindex="2"] [role=gridcell]')) return;
            bench.ready = 0;
            bench.ready = await painted();
        }
        if (bench.ready > 0 && bench.whole === null && !document.querySelector("[role=progressbar]")) {
            starts.disconnect();
            bench.whole = 0;
            bench.whole = await painted();
        }
    };
    const starts = new MutationObserver(look);
    starts.observe(document, { subtree: true, childList: true });

    // Waits for the next event of this type.
    bench.arm = (type) => {
        bench.disarm?.();
        const measure = { start: null, end: null, changes: 0, last: performance.now() };
        const seen = new MutationObserver(async () => {
            if (measure.start === null) return;
            measure.changes += 1;
            measure.last = performance.now();
            measure.end = await painted();
            measure.last = performance.now();
        });
        const begin = (event) => {
            if (measure.start !== null) return;
            measure.start = event.timeStamp;
            measure.last = performance.now();
        };
        addEventListener(type, begin, { capture: true });
        seen.observe(document, changes);
        bench.measure = measure;
        bench.disarm = () => {
            seen.disconnect();
            removeEventListener(type, begin, { capture: true });
        };
    };

    // Milliseconds from the event to the paint of the last change that it led to, null when it led to
    // none: the page has then been quiet for so long.
    bench.settled = async (quiet) => {
        const measure = bench.measure;
        while (measure.start === null || performance.now() - measure.last < quiet) {
            await new Promise((resolve) => setTimeout(resolve, 20));
        }
        bench.disarm();
        return measure.end === null ? null : measure.end - measure.start;
    };

    // Scrolls a list for so long by so many pixels in each frame, and gives how long the frames took
    // and in how many no row was where the list is. Scrolled between frames, as by a wheel or a bar.
    bench.scroll = async (grid, pixels, milliseconds) => {
        const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
        const task = () => new Promise((resolve) => setTimeout(resolve));
        const box = grid.getBoundingClientRect();
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        const frames = [];
        let empty = 0;
        const start = await frame();
        let before = start;
        while (before - start < milliseconds) {
            await task();
            if (grid.scrollTop + grid.clientHeight >= grid.scrollHeight) grid.scrollTop = 0;
            grid.scrollTop += pixels;
            const now = await frame();
            frames.push(now - before);
            before = now;
            if (!document.elementFromPoint(x, y)?.closest("[role=row]")) empty += 1;
        }
        return { frames, empty };
    };
})();
