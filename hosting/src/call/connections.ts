// Creates connections, and gives new credentials of relays to those that exist. They serve from the
// next gathering on; an allocation outlives the credentials that made it.

export interface Connections {
  create(): RTCPeerConnection;
  setIceServers(iceServers: RTCIceServer[]): void;
}

export function createConnections(
  initial: RTCConfiguration,
  createConnection: (configuration: RTCConfiguration) => RTCPeerConnection,
  /** The wall clock, by which the browser judges certificates. */
  now: () => number = () => Date.now(),
): Connections {
  const configuration = { ...initial };
  /** Each with what it was made of: only its servers may change. */
  const connections = new Map<RTCPeerConnection, RTCConfiguration>();

  /**
   * A clock that was wrong by years, and is corrected, makes a certificate expire. A connection
   * with it would throw. With one of its own it connects, and the safety code waits.
   */
  function dropExpired() {
    const { certificates = [] } = configuration;
    if (certificates.some(({ expires }) => expires <= now())) delete configuration.certificates;
  }

  return {
    create() {
      dropExpired();
      const own = { ...configuration };
      const connection = createConnection(own);
      connections.set(connection, own);
      return connection;
    },
    setIceServers(iceServers) {
      configuration.iceServers = iceServers;
      for (const [connection, own] of connections) {
        if (connection.signalingState === "closed") connections.delete(connection);
        else connection.setConfiguration({ ...own, iceServers });
      }
    },
  };
}
