import type { SentEvent } from '#app/ledger/event.ts'

/** An event on this device, with whose it is: a person's id, or '' for a visitor without an account. */
export type Kept = { owner: string; id: string; event: SentEvent }

/** What the queue needs of the device's storage. */
export type Store = {
  put(kept: Kept): Promise<void>
  drop(owner: string, ids: string[]): Promise<void>
  all(owner: string): Promise<Kept[]>
  owners(): Promise<string[]>
}

/** IndexedDB where it works; else localStorage, which every browser of ours has; else this page's memory. */
export async function openStore(): Promise<Store> {
  try {
    const store = indexedStore(await openDatabase())
    await store.owners()
    return store
  } catch {
    return listStore(readList, writeList)
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('ben-so', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('events', { keyPath: ['owner', 'id'] })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
    request.onblocked = () => reject(new Error('blocked'))
  })
}

function indexedStore(database: IDBDatabase): Store {
  const ownedBy = (owner: string) => IDBKeyRange.bound([owner, ''], [owner, '\uffff'])
  const within = <T>(mode: IDBTransactionMode, work: (events: IDBObjectStore) => IDBRequest<T> | null) =>
    new Promise<T | undefined>((resolve, reject) => {
      const transaction = database.transaction('events', mode)
      const request = work(transaction.objectStore('events'))
      // resolved after the commit: what is promised here has reached the device
      transaction.oncomplete = () => resolve(request?.result)
      transaction.onerror = transaction.onabort = () => reject(transaction.error)
    })
  return {
    put: async (kept) => void (await within('readwrite', (events) => events.put(kept))),
    drop: async (owner, ids) =>
      void (await within('readwrite', (events) => {
        for (const id of ids) events.delete([owner, id])
        return null
      })),
    all: async (owner) => (await within<Kept[]>('readonly', (events) => events.getAll(ownedBy(owner)))) ?? [],
    owners: async () => {
      const keys = (await within<IDBValidKey[]>('readonly', (events) => events.getAllKeys())) ?? []
      return [...new Set(keys.map((key) => (Array.isArray(key) ? String(key[0]) : '')))]
    },
  }
}

const listName = 'ben-so-events'
let memory = '[]'

function readList(): Kept[] {
  try {
    return JSON.parse(localStorage.getItem(listName) ?? '[]')
  } catch {
    return JSON.parse(memory)
  }
}

function writeList(list: Kept[]) {
  memory = JSON.stringify(list)
  try {
    localStorage.setItem(listName, memory)
  } catch {
    // storage is full or forbidden: the page's memory still sends while it is open
  }
}

function listStore(read: () => Kept[], write: (list: Kept[]) => void): Store {
  return {
    put: async (kept) => write([...read().filter(({ owner, id }) => owner !== kept.owner || id !== kept.id), kept]),
    drop: async (owner, ids) => write(read().filter((kept) => kept.owner !== owner || !ids.includes(kept.id))),
    all: async (owner) => read().filter((kept) => kept.owner === owner),
    owners: async () => [...new Set(read().map(({ owner }) => owner))],
  }
}
