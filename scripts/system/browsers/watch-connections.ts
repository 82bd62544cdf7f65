// Keeps every peer connection of a page, where a test or a benchmark can read it. They show what
// really flows.
/// <reference lib="dom" />

export interface WatchedWindow extends Window {
  connections?: RTCPeerConnection[];
}

/** Runs in the page before its scripts, so it may not use anything from outside its body. */
export function watchConnections(): void {
  const connections: RTCPeerConnection[] = ((window as WatchedWindow).connections = []);
  const Native = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      connections.push(this);
    }
  };
}
