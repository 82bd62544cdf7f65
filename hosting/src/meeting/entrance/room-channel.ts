// Messages between the tabs of one browser, about one room. Where the browser has no
// BroadcastChannel, or refuses it, nobody is heard: as if there were no other tab.

export interface RoomChannel<T> {
  readonly isOpen: boolean;
  post(message: T): void;
  listen(handle: (message: T) => void, signal: AbortSignal): void;
  close(): void;
}

function openChannel(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}

export function createRoomChannel<T>(name: string): RoomChannel<T> {
  let channel = openChannel(name);
  return {
    get isOpen() {
      return channel !== null;
    },
    post(message) {
      try {
        channel?.postMessage(message);
      } catch {
        // Refused. The other tab is then met by the lock, or by the server.
      }
    },
    listen(handle, signal) {
      channel?.addEventListener("message", (event: MessageEvent<T>) => handle(event.data), { signal });
    },
    close() {
      channel?.close();
      channel = null;
    },
  };
}
