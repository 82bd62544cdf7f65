// Whom a host has removed. For the rest of the visit nothing is taken from them and nothing is sent
// to them, whatever their pages do. The room's document says so or, to a page without the server, a
// host over its own connection. A host's page tells everybody as soon as it knows.
import { expelPeers, type RemoteParticipant } from "./remote-participant.ts";

export interface Removals {
  has(participantID: string): boolean;
  add(participantIDs: readonly string[]): void;
}

export function createRemovals(options: {
  ownID: string;
  remoteParticipants: ReadonlyMap<string, RemoteParticipant>;
  isHost: () => boolean;
  /** Nobody knows the participant any more. */
  forget: (remote: RemoteParticipant) => void;
  onOwn: () => void;
  onChange: () => void;
}): Removals {
  const { remoteParticipants } = options;
  const removed = new Set<string>();

  function remove(participantID: string) {
    removed.add(participantID);
    const word = options.isHost() ? ({ type: "removed", participantID } as const) : null;
    for (const remote of remoteParticipants.values()) {
      if (remote.participantID !== participantID) {
        if (word !== null) remote.peer?.send(word);
        continue;
      }
      expelPeers(remote, word);
      options.forget(remote);
    }
  }

  return {
    has: (participantID) => removed.has(participantID),
    add(participantIDs) {
      if (participantIDs.includes(options.ownID)) return options.onOwn();
      const added = participantIDs.filter((participantID) => !removed.has(participantID));
      for (const participantID of added) remove(participantID);
      if (added.length > 0) options.onChange();
    },
  };
}
