// Local and Session Storage that never throw. Where a browser forbids them, or they are full,
// values are kept in the session history: for this tab, across reloads.
import { createHistoryValues } from "./history-values.ts";

interface Store {
  read(key: string): string | null;
  write(key: string, value: string): void;
  remove(key: string): void;
}

interface Fallback {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  delete(key: string): void;
}

/**
 * `open` is called each time, because where storage is forbidden even reading the property throws.
 */
export function createStore(open: () => Storage, fallback: Fallback): Store {
  function attempt<T>(use: (storage: Storage) => T, otherwise: () => T): T {
    try {
      return use(open());
    } catch {
      return otherwise();
    }
  }

  const removeStored = (key: string) =>
    attempt(
      (storage) => storage.removeItem(key),
      () => undefined,
    );

  return {
    read: (key) =>
      fallback.get(key) ??
      attempt(
        (storage) => storage.getItem(key),
        () => null,
      ),
    write(key, value) {
      const isStored = attempt(
        (storage) => {
          storage.setItem(key, value);
          return true;
        },
        () => false,
      );
      if (isStored) return fallback.delete(key);
      // Full. An older value must not outlive the tab that replaced it.
      removeStored(key);
      fallback.set(key, value);
    },
    remove(key) {
      fallback.delete(key);
      removeStored(key);
    },
  };
}

// Tests outside a browser have neither.
const values = createHistoryValues(globalThis.history, globalThis.history && globalThis.window);

/** Kept permanently, and shared by all tabs. */
export const local = createStore(() => localStorage, values);

/** Kept by one tab, across reloads. */
export const session = createStore(() => sessionStorage, values);
