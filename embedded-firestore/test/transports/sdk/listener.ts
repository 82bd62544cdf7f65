// Collects the events of a listener and lets a test wait for one of them.
import type { ListenEvent, Listener } from "./test-client.ts";

export interface EventLog {
  push(event: ListenEvent): void;
  listener(stop: () => Promise<void>): Listener;
}

export function createEventLog(): EventLog {
  const events: ListenEvent[] = [];
  let readCount = 0;
  let wake = (): void => {};
  return {
    push(event) {
      events.push(event);
      wake();
    },
    listener: (stop) => ({
      events,
      async until(fits) {
        for (;;) {
          const event = events[readCount];
          if (event) readCount += 1;
          if (event && fits(event)) return event;
          if (!event) await new Promise<void>((resolve) => (wake = resolve));
        }
      },
      stop,
    }),
  };
}
