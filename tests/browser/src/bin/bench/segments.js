// What plain JavaScript takes that keeps a record for each row: as many log entries and segment lines
// as the app writes, with as much in them, in one strict transaction each.
const [n] = arguments;
const asked = (request) =>
    new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
const name = "bench-baseline";
await asked(indexedDB.deleteDatabase(name));
const opening = indexedDB.open(name);
opening.onupgradeneeded = () => {
    opening.result.createObjectStore("entries", { keyPath: "id" }).createIndex("contact", "contact");
    opening.result.createObjectStore("lines", { keyPath: "id" }).createIndex("segment", "segment");
};
const database = await asked(opening);
const line = (segment) => (at) => ({
    id: crypto.randomUUID(), segment, line_no: at * 10_000, contact: crypto.randomUUID(), description: "Ten thousand",
    template: "0190163d-0000-7000-8000-000000000001", group: "0190163d-0000-7000-8000-000000000002", salesperson: "0190163d-0000-7000-8000-000000000003",
    correspondence_type: null, language: "FI", subject: "Ten thousand", attachment: null, languages: [], cost: 800, duration: 15,
    information_flow: "Outbound", initiated_by: "Us", campaign: null, campaign_target: false, campaign_response: false,
    date: "2026-01-01", time: null, evaluation: null, attempt_failed: false,
});
const entry = (at) => ({
    ...line(null)(at), no: at, state: "Logged", company: crypto.randomUUID(), user: "Somebody", written_at: "2026-01-01T12:00:00Z", comments: [],
});
const keep = async (store, records) => {
    const start = performance.now();
    const transaction = database.transaction(store, "readwrite", { durability: "strict" });
    for (const record of records) transaction.objectStore(store).add(record);
    await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
    });
    return performance.now() - start;
};
const many = (n, record) => Array.from({ length: n }, (_, at) => record(at + 1));
const log = await keep("entries", many(n, entry));
await keep("lines", many(n, line("full")));
const add = await keep("lines", many(50_000, line("half")));
const start = performance.now();
const read = await asked(database.transaction("lines").objectStore("lines").index("segment").getAll("full"));
const open = performance.now() - start;
if (read.length !== n) throw new Error(`${read.length} lines were read`);
database.close();
await asked(indexedDB.deleteDatabase(name));
return { log, add, open };
