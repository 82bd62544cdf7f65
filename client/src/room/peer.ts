// One connection to one participant, with its control channel. It carries no media by itself: its
// first two transceivers are audio and video, with nothing attached.
import { ControlMessage, limits, type ByeReason, type Signal } from "@meetogram/contract";
import { safeParse } from "valibot";
import { constraints } from "./constraints.ts";
import type { KnownConnection } from "./decide-signal.ts";
import type { Peer, PeerMessage, Room } from "./room.ts";

const openWithinMs = 15_000;
/** Candidates that come later follow by themselves. */
const gatherWithinMs = 2_000;
/** Closing at once would lose the `bye`. */
const lingerMs = 1_000;

export interface OpenPeer extends Peer, KnownConnection {
  readonly isOpen: boolean;
  readonly isReached: boolean;
  offer(): Promise<void>;
  /** `signer` is null for what came over the channel. */
  handle(signal: Signal, signer: string | null): Promise<void>;
  end(end: "failed" | "closed"): void;
  /** Says `bye`, and resolves when the other side has closed, or after a second. */
  leave(reason: ByeReason): Promise<void>;
}

export interface PeerOptions extends Omit<KnownConnection, "isAnswered"> {
  readonly room: Room;
  readonly participantID: string;
  readonly connection: RTCPeerConnection;
  onReached(peer: OpenPeer): void;
  onSignal(signal: Signal): void;
  onMessage(peer: OpenPeer, message: PeerMessage): void;
  onEnd(peer: OpenPeer, end: "bye" | "failed" | "closed", wasReached: boolean): void;
}

export function createPeer(options: PeerOptions): OpenPeer {
  const { room, participantID, connection, connectionID, seat, isInitiator } = options;
  const channel = connection.createDataChannel("control", { negotiated: true, id: 0 });
  const setup = setTimeout(() => end("failed"), openWithinMs);
  let name = "";
  let hasEntered = false;
  let isReached = false;
  let isAnswered = false;
  let isOver = false;
  let boundTo: string | null = null;
  /** Where later candidates go. Null while a description is being made, which will have them. */
  let route: "server" | "channel" | null = null;

  channel.addEventListener("open", () => {
    clearTimeout(setup);
    peer.send({ type: "state", hasEntered: true, constraints, name: room.name });
  });
  channel.addEventListener("message", ({ data }) => receive(data));
  channel.addEventListener("close", () => end("failed"));
  connection.addEventListener("connectionstatechange", () => {
    if (connection.connectionState === "failed") end("failed");
  });
  connection.addEventListener("icecandidate", ({ candidate }) => {
    if (candidate === null || route === null || isOver) return;
    const { sdpMid, sdpMLineIndex } = candidate;
    post({ candidates: [{ candidate: candidate.candidate, sdpMid, sdpMLineIndex }] }, route);
  });

  function receive(data: unknown): void {
    const message = isOver ? null : readMessage(data);
    if (message === null) return;
    if (message.type === "state") {
      ({ name, hasEntered } = message);
      if (!hasEntered || isReached) return;
      isReached = true;
      options.onReached(peer);
    } else if (message.type === "ping") peer.send({ type: "pong", id: message.id });
    else if (message.type === "signal") {
      if (message.signal.connection === connectionID) options.onSignal(message.signal);
    } else if (message.type === "bye") end("bye");
    // Nobody takes these from somebody in the lobby.
    else if (message.type !== "pong" && hasEntered) options.onMessage(peer, message);
  }

  function post(step: Pick<Signal, "description" | "candidates">, by: "server" | "channel"): void {
    const signal = { seat: room.seat, connection: connectionID, ...step };
    if (by === "channel") peer.send({ type: "signal", signal });
    // If it is refused, the other one has gone. If it is lost, the setup fails.
    else room.sendSignal(participantID, signal).catch(() => {});
  }

  async function describe(description: RTCSessionDescriptionInit, by: "server" | "channel"): Promise<void> {
    route = null;
    await connection.setLocalDescription(description);
    if (by === "server") await gather(connection);
    if (isOver || connection.localDescription === null) return;
    const { type, sdp } = connection.localDescription;
    post({ description: { type: type as "offer" | "answer", sdp } }, by);
    route = by;
  }

  function end(reason: "bye" | "failed" | "closed"): void {
    if (isOver) return;
    isOver = true;
    clearTimeout(setup);
    connection.close();
    options.onEnd(peer, reason, isReached);
  }

  const peer: OpenPeer = {
    ...{ participantID, connection, connectionID, seat, isInitiator, end },
    get name() {
      return name;
    },
    get isAnswered() {
      return isAnswered;
    },
    get isReached() {
      return isReached && !isOver;
    },
    get isOpen() {
      return channel.readyState === "open";
    },
    send(message) {
      if (channel.readyState !== "open") return false;
      channel.send(JSON.stringify(message));
      return true;
    },
    async offer() {
      for (const kind of ["audio", "video"]) connection.addTransceiver(kind, { sendEncodings: [{ active: false }] });
      await describe(await connection.createOffer(), "server");
    },
    async handle({ description, candidates = [] }, signer) {
      // The first signal binds the connection to whoever has signed it.
      boundTo ??= signer;
      if (isOver || (signer !== null && signer !== boundTo)) return;
      if (description) await connection.setRemoteDescription(description);
      isAnswered ||= description?.type === "answer";
      if (description?.type === "offer") {
        for (const transceiver of connection.getTransceivers().slice(0, 2)) transceiver.direction = "sendrecv";
        await describe(await connection.createAnswer(), signer === null ? "channel" : "server");
        isAnswered = true;
      }
      // One that cannot be used leaves the others.
      for (const candidate of candidates)
        await connection.addIceCandidate(candidate as RTCIceCandidateInit).catch(() => {});
    },
    async leave(reason) {
      const closed = new Promise<void>((resolve) => channel.addEventListener("close", () => resolve()));
      if (peer.send({ type: "bye", reason })) {
        await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, lingerMs))]);
      }
      end("closed");
    },
  };
  return peer;
}

/** Null for a message that is unknown, malformed or too long. */
function readMessage(data: unknown): ControlMessage | null {
  if (typeof data !== "string" || data.length > limits.maxControlSignalLength) return null;
  try {
    const { success, output } = safeParse(ControlMessage, JSON.parse(data));
    return success ? output : null;
  } catch {
    return null;
  }
}

/** A description waits for its candidates: then one message is enough. */
function gather(connection: RTCPeerConnection): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (connection.iceGatheringState === "complete") resolve();
    };
    connection.addEventListener("icegatheringstatechange", check);
    setTimeout(resolve, gatherWithinMs);
    check();
  });
}
