// A connection to everybody who has entered, made, answered and made again as docs/signalling.md
// says. Every remote participant has a queue: its signals mean something in their order only.
import type { ByeReason, ControlMessage, Signal } from "@meetogram/contract";
import { decideSignal, isLater } from "./decide-signal.ts";
import { createPeer, type OpenPeer } from "./peer.ts";
import type { Other, Peer, PeerMessage, Room } from "./room.ts";

/** How long the one who came earlier waits for the offer of the other one. */
const deferMs = 1_500;
const [firstRetryMs, longestRetryMs] = [5_000, 30_000];

export interface ConnectOptions {
  readonly room: Room;
  /** That of a library for Node. The default is the browser's own. */
  readonly RTCPeerConnection?: new (configuration: RTCConfiguration) => RTCPeerConnection;
  /** Both have entered, and the channel is open. After a cut somebody is reached anew. */
  onReached?(peer: Peer): void;
  /** Checked, and only from who is reached. Texts are as somebody else has written them. */
  onMessage?(peer: Peer, message: PeerMessage): void;
  /** Somebody who was reached is not any more. */
  onGone?(peer: Peer): void;
  /** A signal of this participant does not open: one of the two may have another link. */
  onRefused?(participantID: string): void;
}

export interface Others {
  /** Who is reached now. */
  peers(): readonly Peer[];
  /** Says it to everybody who is reached. */
  sendToAll(message: ControlMessage): void;
  /** Says goodbye and closes all connections, within a second. It does not leave the room. */
  close(): Promise<void>;
}

interface Remote {
  readonly participantID: string;
  /** As its newest document says. */
  seat: number;
  /** The seat from which it has said `bye`. */
  byeSeat: number;
  hasEntered: boolean;
  peer: OpenPeer | null;
  /** Of its last signal. */
  signer: string | null;
  readonly endedConnections: Set<string>;
  failures: number;
  initiation: ReturnType<typeof setTimeout> | undefined;
  queue: Promise<void>;
}

export function connectToOthers(options: ConnectOptions): Others {
  const { room } = options;
  const Connection = options.RTCPeerConnection ?? globalThis.RTCPeerConnection;
  const remotes = new Map<string, Remote>();
  let isClosed = false;
  let closing: Promise<unknown> | undefined;

  function remoteOf(participantID: string): Remote {
    const known = remotes.get(participantID);
    if (known !== undefined) return known;
    const remote: Remote = {
      ...{ participantID, seat: 0, byeSeat: 0, hasEntered: false, peer: null, signer: null, failures: 0 },
      endedConnections: new Set(),
      initiation: undefined,
      queue: Promise.resolve(),
    };
    remotes.set(participantID, remote);
    return remote;
  }

  /** What fails ends the connection, and another one is tried later. */
  function enqueue(remote: Remote, run: () => Promise<void>): void {
    remote.queue = remote.queue.then(() => (isClosed ? undefined : run())).catch(() => remote.peer?.end("failed"));
  }

  async function create(remote: Remote, connectionID: string, seat: number, isInitiator: boolean): Promise<OpenPeer> {
    const iceServers = (await room.iceServers()) as RTCIceServer[];
    if (isClosed) throw new Error("Nobody is to be connected any more.");
    const connection = new Connection({ bundlePolicy: "max-bundle", iceServers });
    remote.peer?.end("closed");
    clearTimeout(remote.initiation);
    remote.initiation = undefined;
    const peer = createPeer({
      ...{ room, participantID: remote.participantID, connection, connectionID, seat, isInitiator },
      onReached(reached) {
        remote.failures = 0;
        options.onReached?.(reached);
      },
      onSignal: (signal) => enqueue(remote, () => receive(remote, signal, null)),
      onMessage: (from, message) => options.onMessage?.(from, message),
      onEnd(ended, end, wasReached) {
        remote.endedConnections.add(connectionID);
        if (remote.peer === ended) remote.peer = null;
        if (end === "bye") remote.byeSeat = Math.max(remote.byeSeat, seat);
        if (end === "failed") remote.failures += 1;
        if (wasReached) options.onGone?.(ended);
        consider(remote, end === "failed" ? backoffMs(remote.failures) : 0);
      },
    });
    return (remote.peer = peer);
  }

  function consider(remote: Remote, delayMs = 0): void {
    const mayInitiate = () => !isClosed && remote.peer === null && remote.hasEntered && remote.seat > remote.byeSeat;
    if (!mayInitiate() || remote.initiation !== undefined) return;
    const turnMs = isLater(room, remote) ? 0 : deferMs;
    remote.initiation = setTimeout(
      () => {
        remote.initiation = undefined;
        enqueue(remote, async () => {
          if (mayInitiate()) await (await create(remote, crypto.randomUUID(), remote.seat, true)).offer();
        });
      },
      Math.max(delayMs, turnMs),
    );
  }

  async function receive(remote: Remote, signal: Signal, signer: string | null): Promise<void> {
    const { seat, connection } = signal;
    const isStale = seat < remote.seat || seat <= remote.byeSeat || remote.endedConnections.has(connection);
    if (isStale || room.isBarred(remote.participantID)) return;
    const verdict = decideSignal(signal, remote.peer, room.participantID < remote.participantID);
    if (verdict === "drop") return;
    if (verdict === "accept") {
      // A page can lose its key, but not while it talks.
      if (remote.peer?.isOpen === true && signer !== remote.signer) return;
      await create(remote, connection, seat, false);
    }
    if (signer !== null) remote.signer = signer;
    await remote.peer?.handle(signal, signer);
  }

  function handleOthers(others: readonly Other[]): void {
    const listed = new Map(others.map((other) => [other.participantID, other]));
    for (const participantID of listed.keys()) remoteOf(participantID);
    for (const remote of remotes.values()) {
      const other = listed.get(remote.participantID);
      // Who is not listed may only have lost its seat: then the connection stays.
      remote.hasEntered = other?.hasEntered === true;
      if (room.isBarred(remote.participantID)) remote.peer?.end("closed");
      if (other !== undefined && other.seat > remote.seat) {
        remote.seat = other.seat;
        remote.failures = 0;
        // Its signals only claimed a seat. The document is the truth.
        if (remote.peer?.seat !== other.seat) remote.peer?.end("closed");
      }
      consider(remote);
    }
  }

  function close(reason: ByeReason): Promise<unknown> {
    isClosed = true;
    stopOthers();
    stopSignals();
    for (const { initiation } of remotes.values()) clearTimeout(initiation);
    const leave = ({ peer }: Remote) => (peer === null ? [] : [peer.leave(reason)]);
    return (closing ??= Promise.all([...remotes.values()].flatMap(leave)));
  }

  const peers = () => [...remotes.values()].flatMap(({ peer }) => (peer?.isReached === true ? [peer] : []));
  const stopOthers = room.watchOthers(handleOthers);
  const stopSignals = room.watchSignals({
    onSignal: ({ from, signal, signer }) => enqueue(remoteOf(from), () => receive(remoteOf(from), signal, signer)),
    onRefused: (from) => options.onRefused?.(from),
  });
  void room.ended.then((end) => close(end === "ended" ? "removed" : end));

  return {
    peers,
    sendToAll(message) {
      for (const peer of peers()) peer.send(message);
    },
    close: () => close("left").then(() => {}),
  };
}

function backoffMs(failures: number): number {
  return Math.min(firstRetryMs * 2 ** (failures - 1), longestRetryMs);
}
