// Every peer connection that a page makes, kept where a test or a benchmark can read it: the one truth about what really flows.
/// <reference lib="dom" />

export interface WatchedWindow extends Window {
  connections?: RTCPeerConnection[];
}

/** Runs in the page before its scripts, so it may use nothing from outside itself. */
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
