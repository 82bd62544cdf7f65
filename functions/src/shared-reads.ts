// Whoever asks while the same is being read waits for the next read, together with all others who
// do. So no answer is older than its question, and of each key one read is under way at most.

interface Reads<T> {
  readonly current: Promise<T>;
  next?: Promise<T>;
}

export function shareReads<T>(read: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const underWay = new Map<string, Reads<T>>();

  function start(key: string): Promise<T> {
    const reads: Reads<T> = { current: read(key) };
    underWay.set(key, reads);
    const end = (): void => {
      if (reads.next === undefined) underWay.delete(key);
    };
    reads.current.then(end, end);
    return reads.current;
  }

  return (key) => {
    const reads = underWay.get(key);
    if (reads === undefined) return start(key);
    const startNext = (): Promise<T> => start(key);
    reads.next ??= reads.current.then(startNext, startNext);
    return reads.next;
  };
}
