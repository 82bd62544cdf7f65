// Local and Session Storage that never throw. Where a browser forbids them, values live as long as
// the page.

interface Store {
  read(key: string): string | null;
  write(key: string, value: string): void;
  remove(key: string): void;
}

/**
 * `open` is called each time, because where storage is forbidden even reading the property throws.
 */
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

/** Kept permanently, and shared by all tabs. */
export const local = createStore(() => localStorage);

/** Kept by one tab, across reloads. */
export const session = createStore(() => sessionStorage);
