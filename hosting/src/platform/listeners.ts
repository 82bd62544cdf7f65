// The listeners of one event. Each comes with an AbortSignal, so nobody has to remove it by name.

export interface Listeners<T extends unknown[]> {
  add(listener: (...values: T) => void, options: { signal: AbortSignal }): void;
  emit(...values: T): void;
}

export function createListeners<T extends unknown[]>(): Listeners<T> {
  const listeners = new Set<(...values: T) => void>();
  return {
    add(listener, { signal }) {
      if (signal.aborted) return;
      // One function may be added twice with different signals. Each addition is an entry of its
      // own.
      const entry = (...values: T) => listener(...values);
      listeners.add(entry);
      signal.addEventListener("abort", () => listeners.delete(entry), { once: true });
    },
    emit(...values) {
      for (const listener of [...listeners]) if (listeners.has(listener)) listener(...values);
    },
  };
}
