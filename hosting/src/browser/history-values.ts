// Values kept in the entry of the session history, for where storage is forbidden or full. They
// survive a reload, and end with the tab.

const field = "kept";

type Values = Record<string, string>;

/** The History of a window, as far as it is used. */
export type HistoryEntry = Pick<History, "replaceState"> & { readonly state: unknown };

function readValues(state: unknown): Values {
  const values = typeof state === "object" && state !== null && field in state ? state[field] : null;
  if (typeof values !== "object" || values === null) return {};
  return Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === "string"));
}

/**
 * An entry is read once, when the page begins. From then on this page's own values are written into
 * every entry that it comes to: an older entry would bring back what was removed.
 */
export function createHistoryValues(entry: HistoryEntry | undefined, events: EventTarget | undefined) {
  const values = new Map(Object.entries(readValues(entry?.state)));

  function write(): void {
    if (entry === undefined) return;
    const others = typeof entry.state === "object" ? entry.state : null;
    try {
      entry.replaceState({ ...others, [field]: Object.fromEntries(values) }, "");
    } catch {
      // Too large, or too many in a short time. The values last as long as the page.
    }
  }

  events?.addEventListener("popstate", () => {
    if (values.size > 0 || Object.keys(readValues(entry?.state)).length > 0) write();
  });

  return {
    get: (key: string) => values.get(key),
    set(key: string, value: string): void {
      if (values.get(key) === value) return;
      values.set(key, value);
      write();
    },
    delete(key: string): void {
      if (values.delete(key)) write();
    },
  };
}
