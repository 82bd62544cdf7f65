// Creates connections, and gives new credentials of relays to those that exist. They serve from the
// next gathering on; an allocation outlives the credentials that made it.

export interface Connections {
  create(): RTCPeerConnection;
  setIceServers(iceServers: RTCIceServer[]): void;
}

export function createConnections(
  initial: RTCConfiguration,
  createConnection: (configuration: RTCConfiguration) => RTCPeerConnection,
): Connections {
  const configuration = { ...initial };
  const connections = new Set<RTCPeerConnection>();
  return {
    create() {
      const connection = createConnection({ ...configuration });
      connections.add(connection);
      return connection;
    },
    setIceServers(iceServers) {
      configuration.iceServers = iceServers;
      for (const connection of connections) {
        if (connection.signalingState === "closed") connections.delete(connection);
        else connection.setConfiguration({ ...configuration });
      }
    },
  };
}
