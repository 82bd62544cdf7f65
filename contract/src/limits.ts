// Every number that client, functions and rules must agree on. firestore.rules cannot import, so it
// repeats some of them; a test compares the two.

export const limits = {
  /** Seats of a room whose creator names no number. A phone cannot handle a larger mesh. */
  defaultCapacity: 8,
  maxCapacity: 16,
  maxPasswordLength: 128,
  /** Characters of a displayed name, before sealing. */
  maxNameLength: 64,
  /** Bytes (base64url) of a sealed name as stored. */
  maxSealedNameLength: 1024,
  /** Bytes (base64url) of one sealed signal as stored. */
  maxSealedSignalLength: 65_536,
  /** Slots that a sender has in an inbox: `{participantID}-0` and so on. */
  slotsPerSender: 64,
  /** Characters of a control message that carries a signal: what fits sealed into a document. */
  maxControlSignalLength: 49_152,
  /** Characters (UTF-16) of a message in the chat. */
  maxChatLength: 4_000,
  /** Messages of the chat that a page keeps, and gives to a newcomer. */
  maxChatHistory: 150,
  /** The same of one author, so that nobody can push out what all the others have written. */
  maxChatPerAuthor: 75,
  /** Characters of a control message of the chat: each character of a text may be escaped. */
  maxControlChatLength: 25_000,
  /** Characters of any other control message. */
  maxControlMessageLength: 4_096,
  maxBodyBytes: 16_384,
  /** How long a seat lasts without a refresh. */
  leaseMs: 8 * 60_000,
  /**
   * The same while its holder is connected to everybody who has entered. The rules allow 2 minutes
   * more, because clocks differ.
   */
  attendedLeaseMs: 12 * 60_000,
  /** As rare as an outage of `outageMs` allows, which may begin right before a refresh. */
  leaseRefreshMs: 160_000,
  /** The longest outage in which nobody loses a seat. */
  outageMs: 5 * 60_000,
  /** How long a seat keeps its rights after its lease, because clocks differ. */
  leaseToleranceMs: 30_000,
  /** How long a participant may wait in the lobby before it has to connect again. */
  waitingMs: 10 * 60_000,
  /** How long the host has to be away before the last guest may erase the room. */
  hostAwayMs: 10 * 60_000,
  /**
   * How long the credentials of relays open new allocations. A client that has relays asks for new
   * ones after half of it.
   */
  turnTtlMs: 30 * 60_000,
  /** How long an App Check token is valid. Firebase allows 30 minutes to 7 days. */
  appCheckTtlMs: 60 * 60_000,
  /** How long there is for the work that a challenge asks for. */
  challengeTtlMs: 5 * 60_000,
  /** How long a participant has for moving its seat to another device. */
  moveTtlMs: 2 * 60_000,
  /** Bytes (base64url) of what the other device needs, sealed. */
  maxSealedMoveLength: 6_144,
  /** How many moves a room keeps at once. Beyond this it forgets the oldest. */
  maxMoves: 20,
  /** How long an unread signal is kept. */
  signalTtlMs: 10 * 60_000,
  /** How long a room lives that nobody has entered. A parameter of the functions overrides it. */
  unenteredRoomMs: 10 * 60_000,
  /** How long an empty room lives. While participants are there, they keep extending `expireAt`. */
  emptyRoomMs: 60 * 60_000,
  /** How many removed participants a room remembers. Beyond this it forgets the oldest. */
  maxRemoved: 100,
  /** How many admitted participants a room remembers. Beyond this it forgets the oldest. */
  maxAdmitted: 200,
  /** How many refused participants a room remembers. Beyond this it forgets the oldest. */
  maxRefused: 100,
  /**
   * How long a refused participant may not knock again. Each further refusal takes four times as
   * long.
   */
  refusalMs: 60_000,
} as const;
