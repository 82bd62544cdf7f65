// Lets those who wait go on, all at once, so that each can look whether it may.

export interface Gate {
  wait(): Promise<void>;
  open(): void;
}

export function createGate(): Gate {
  let waiting: (() => void)[] = [];
  return {
    wait: () => new Promise((resolve) => waiting.push(resolve)),
    open() {
      const woken = waiting;
      waiting = [];
      for (const run of woken) run();
    },
  };
}
