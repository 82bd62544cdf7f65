// Local and Session Storage behind one guard: where a browser forbids them, values live as long as the page.

interface Store {
  read(key: string): string | null;
  write(key: string, value: string): void;
  remove(key: string): void;
}

/** `open` is called each time, because even reading the property throws where storage is forbidden. */
export function createStore(open: () => Storage): Store {
  const fallback = new Map<string, string>();

  function attempt<T>(use: (storage: Storage) => T, otherwise: () => T): T {
    try {
      return use(open());
    } catch {
      return otherwise();
    }
  }

  return {
    read: (key) =>
      attempt(
        (storage) => storage.getItem(key) ?? fallback.get(key) ?? null,
        () => fallback.get(key) ?? null,
      ),
    write: (key, value) =>
      attempt(
        (storage) => storage.setItem(key, value),
        () => void fallback.set(key, value),
      ),
    remove(key) {
      fallback.delete(key);
      attempt(
        (storage) => storage.removeItem(key),
        () => undefined,
      );
    },
  };
}

/** Kept for good, shared by every tab. */
export const local = createStore(() => localStorage);

/** Kept by one tab, through reloads. */
export const session = createStore(() => sessionStorage);
