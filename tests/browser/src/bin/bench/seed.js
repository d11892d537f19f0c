// Puts texts, and bytes as base64, into the stores of the company that the app has just created.
const [store, pairs] = arguments;
const asked = (request) =>
    new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
const names = (await indexedDB.databases()).map((database) => database.name);
const ours = names.filter((name) => name.startsWith("lokikirja-"));
if (ours.length !== 1) throw new Error(`one company is expected, there are ${names}`);
const database = await asked(indexedDB.open(ours[0]));
const transaction = database.transaction(store, "readwrite");
const bytes = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
for (const [slot, value] of pairs) {
    transaction.objectStore(store).put(value.bytes === undefined ? value : bytes(value.bytes), slot);
}
await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
});
database.close();
