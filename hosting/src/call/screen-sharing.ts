// The local screen while it is shared. This module owns the tracks: it stops them when the sharing
// ends. The browser's own "stop sharing" ends it too.
import { createListeners } from "../platform/listeners.ts";

export interface ScreenSharing {
  readonly screen: MediaStream | null;
  set(screen: MediaStream | null): void;
  onScreen(listener: (screen: MediaStream | null) => void, options: { signal: AbortSignal }): void;
  /** Tells no listener. */
  stop(): void;
}

export function createScreenSharing(options: { onChange: () => void; signal: AbortSignal }): ScreenSharing {
  const changed = createListeners<[MediaStream | null]>();
  let screen: MediaStream | null = null;
  let sharingEnd = new AbortController();

  function set(shared: MediaStream | null) {
    if (shared === screen) return;
    stop();
    // The call has ended: nobody would stop these tracks later.
    if (options.signal.aborted) return void shared?.getTracks().forEach((track) => track.stop());
    screen = shared;
    sharingEnd = new AbortController();
    const [video] = shared?.getVideoTracks() ?? [];
    if (video !== undefined && video.contentHint === "") video.contentHint = "detail";
    video?.addEventListener("ended", () => set(null), { signal: sharingEnd.signal });
    options.onChange();
    changed.emit(screen);
  }

  function stop() {
    sharingEnd.abort();
    screen?.getTracks().forEach((track) => track.stop());
    screen = null;
  }

  return {
    get screen() {
      return screen;
    },
    set,
    onScreen: changed.add,
    stop,
  };
}
