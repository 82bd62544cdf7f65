// A client of its own in a room: from a link to a seat in Firestore, and to a connection to
// everybody who has entered. docs/signalling.md is the specification.
export { connectToOthers, type ConnectOptions, type Others } from "./connect-to-others.ts";
export { decideSignal, isLater, type ArrivedSignal, type KnownConnection, type Seated } from "./decide-signal.ts";
export { enterRoom, type EnterOptions } from "./enter-room.ts";
export { proveLink, type LinkProof } from "./link-proof.ts";
export { RoomError, type RoomErrorCode } from "./room-error.ts";
export { createLinkKey, formatRoomLink, parseRoomLink, type RoomLink } from "./room-link.ts";
export type {
  EndOfStay,
  Other,
  OthersHandler,
  Peer,
  PeerMessage,
  ReceivedSignal,
  Room,
  SignalHandlers,
} from "./room.ts";
export type { SiteConfig } from "./site-config.ts";
export { createSealing, type Sealing, type SealingOptions } from "./sealing.ts";
export type { ControlMessage, Signal } from "@meetogram/contract";
