// IndexedDB with promises. What a library such as idb would add to these few lines, this page has no use for: it never
// waits for anything but requests within a transaction.

const NAME = "gongwei-drafts";
/** 2: rules too. */
const VERSION = 2;

/** Opens the database; makes it only if told to, so that nothing is stored before the user has agreed. */
export function openDatabase(make: boolean): Promise<IDBDatabase | undefined> {
  return new Promise((resolve, reject) => {
    // The getter itself throws where the browser keeps pages from storing anything.
    const opening = indexedDB.open(NAME, VERSION);
    let isAbsent = false;
    opening.onupgradeneeded = ({ oldVersion }) => {
      if (make || oldVersion > 0) {
        const stores = oldVersion === 0 ? ["drafts", "texts", "rules"] : ["rules"];
        stores.forEach((name) => opening.result.createObjectStore(name, { keyPath: "id" }));
      } else {
        isAbsent = true;
        opening.transaction?.abort();
      }
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = (event) => {
      event.preventDefault();
      if (isAbsent) {
        resolve(undefined);
      } else {
        reject(opening.error);
      }
    };
  });
}

/** Deletes the database with all that is in it. */
export function deleteDatabase(): Promise<void> {
  return new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase(NAME);
    deleting.onsuccess = () => resolve();
    deleting.onerror = () => reject(deleting.error);
    // Other tabs close their connections when they are told; then it goes on by itself.
  });
}

/** What a request gives. */
export function given<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** When all of a transaction is on the disk. A full disk may show only here. */
export function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException("aborted", "AbortError"));
  });
}
