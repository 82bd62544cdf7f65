// Every number that client, functions and rules must agree on. firestore.rules repeats some of them (it cannot import);
// a test holds the two together.

export const limits = {
  /** Seats of a room when its creator does not say otherwise; a mesh of more people asks too much of a phone. */
  defaultCapacity: 8,
  maxCapacity: 16,
  maxPasswordLength: 128,
  /** Characters of a displayed name, before sealing. */
  maxNameLength: 64,
  /** Characters of a sealed name as stored. */
  maxSealedNameLength: 1024,
  /** Characters (base64url) of one sealed signal as stored. */
  maxSealedSignalLength: 65_536,
  maxBodyBytes: 16_384,
  /** How long a seat is kept without a refresh: through a cut of minutes. Rules allow 2 minutes more, for clocks that differ. */
  leaseMs: 8 * 60_000,
  leaseRefreshMs: 2 * 60_000,
  /** How long an unread signal is worth keeping. */
  signalTtlMs: 10 * 60_000,
  /** A room nobody has entered lives this long (a parameter of the functions overrides it). */
  unenteredRoomMs: 10 * 60_000,
  /** A room that stands empty lives this long; its participants keep moving `expireAt` ahead. */
  emptyRoomMs: 60 * 60_000,
  /** Participants that a room remembers as removed; beyond, the oldest is forgotten. */
  maxRemoved: 100,
} as const;
