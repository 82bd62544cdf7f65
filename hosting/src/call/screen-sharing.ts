// The own screen while it is shared. Its tracks belong to this module: they are stopped with the sharing, and the browser's own "stop
// sharing" ends it.
import { createListeners } from "../platform/listeners.ts";

export interface Sharing {
  readonly screen: MediaStream | null;
  set(screen: MediaStream | null): void;
  onScreen(listener: (screen: MediaStream | null) => void, options: { signal: AbortSignal }): void;
  /** Tells nobody. */
  stop(): void;
}

export function createSharing(options: { onChange: () => void; signal: AbortSignal }): Sharing {
  const changed = createListeners<[MediaStream | null]>();
  let screen: MediaStream | null = null;
  let sharing = new AbortController();

  function set(shared: MediaStream | null) {
    if (shared === screen) return;
    stop();
    // Too late for it: nobody would stop it any more.
    if (options.signal.aborted) return void shared?.getTracks().forEach((track) => track.stop());
    screen = shared;
    sharing = new AbortController();
    const [picture] = shared?.getVideoTracks() ?? [];
    if (picture !== undefined && picture.contentHint === "") picture.contentHint = "detail";
    picture?.addEventListener("ended", () => set(null), { signal: sharing.signal });
    options.onChange();
    changed.emit(screen);
  }

  function stop() {
    sharing.abort();
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
