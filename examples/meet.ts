// A client of meetogram without media: it enters a room, connects to everybody in it, and exchanges
// lines of the chat. `npm run meet --workspace examples -- "LINK" NAME`; each line of standard
// input is said to everybody. docs/write-a-client.md explains it.
import { randomBytes, randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import wrtc from "@roamhq/wrtc";
import { enterRoom, type Signal } from "./enter-room.ts";

const [link = "", name = "Node"] = process.argv.slice(2);
const room = await enterRoom(new URL(link), name);

interface Peer {
  /** Its initiator named it. */
  readonly connection: string;
  readonly isInitiator: boolean;
  readonly pc: RTCPeerConnection;
  readonly channel: RTCDataChannel;
  /** Of the first signal. Nobody else may speak for this connection. */
  signer: string | null;
  name: string;
  hasEntered: boolean;
}

const peers = new Map<string, Peer>();
let highestOrder = 0;

function say(peer: Peer, message: object): void {
  if (peer.channel.readyState === "open") peer.channel.send(JSON.stringify(message));
}

function connect(id: string, connection: string, isInitiator: boolean): Peer {
  peers.get(id)?.pc.close();
  const pc = new wrtc.RTCPeerConnection({ bundlePolicy: "max-bundle", iceServers: room.iceServers as RTCIceServer[] });
  const channel = pc.createDataChannel("control", { negotiated: true, id: 0 });
  const peer: Peer = { connection, isInitiator, pc, channel, signer: null, name: "somebody", hasEntered: false };
  channel.onopen = () =>
    say(peer, { type: "state", hasEntered: true, constraints: { audio: false, video: false, screen: false }, name });
  channel.onmessage = ({ data }) => handleMessage(id, peer, JSON.parse(data as string) as Message);
  channel.onclose = () => peers.get(id) === peer && peers.delete(id);
  peers.set(id, peer);
  return peer;
}

/** A description waits until its candidates are in it: then one message is enough. */
async function describe(id: string, peer: Peer, description: RTCSessionDescriptionInit): Promise<void> {
  const { pc, connection } = peer;
  await pc.setLocalDescription(description);
  if (peer.channel.readyState === "open") {
    const signal = { seat: room.ownSeat, connection, description: pc.localDescription };
    return say(peer, { type: "signal", signal });
  }
  await new Promise<void>((resolve) => {
    const check = () => pc.iceGatheringState === "complete" && resolve();
    pc.onicegatheringstatechange = check;
    check();
  });
  const { type, sdp } = pc.localDescription!;
  await room.sendSignal(id, { connection, description: { type, sdp } });
}

async function initiate(id: string): Promise<void> {
  const peer = connect(id, randomUUID(), true);
  // Every connection begins with audio, then video. They send nothing here.
  for (const kind of ["audio", "video"]) peer.pc.addTransceiver(kind, { sendEncodings: [{ active: false }] });
  await describe(id, peer, await peer.pc.createOffer());
}

let handling = Promise.resolve();

/** One after another: a candidate means nothing before its description. */
function queueSignal(id: string, signal: Signal, signer: string | null): void {
  handling = handling
    .then(() => handleSignal(id, signal, signer))
    .catch((error: unknown) => console.error("A signal cannot be used:", error));
}

async function handleSignal(id: string, signal: Signal, signer: string | null): Promise<void> {
  const { connection, description, candidates = [] } = signal;
  let peer = peers.get(id);
  if (peer?.connection !== connection) {
    // Another connection begins with an offer. When both began at once, the smaller ID gives way.
    const isOursToKeep = peer?.isInitiator === true && peer.pc.remoteDescription === null && room.me > id;
    if (description?.type !== "offer" || isOursToKeep) return;
    peer = connect(id, connection, false);
  }
  peer.signer ??= signer;
  if (signer !== null && signer !== peer.signer) return;
  if (description) await peer.pc.setRemoteDescription(description);
  if (description?.type === "offer") {
    for (const transceiver of peer.pc.getTransceivers().slice(0, 2)) transceiver.direction = "sendrecv";
    await describe(id, peer, await peer.pc.createAnswer());
  }
  for (const candidate of candidates) await peer.pc.addIceCandidate(candidate);
}

type Message =
  | { readonly type: "state"; readonly hasEntered: boolean; readonly name: string }
  | { readonly type: "ping"; readonly id: number }
  | { readonly type: "signal"; readonly signal: Signal }
  | { readonly type: "chat"; readonly message: { readonly order: number; readonly text: string } }
  | { readonly type: "bye" };

function handleMessage(id: string, peer: Peer, message: Message): void {
  if (message.type === "state") {
    if (message.hasEntered && !peer.hasEntered) console.log(`${message.name} is here.`);
    Object.assign(peer, { name: message.name, hasEntered: message.hasEntered });
  } else if (message.type === "ping") say(peer, { type: "pong", id: message.id });
  else if (message.type === "signal") queueSignal(id, message.signal, null);
  else if (message.type === "chat" && peer.hasEntered) {
    highestOrder = Math.max(highestOrder, message.message.order);
    console.log(`${peer.name}: ${message.message.text}`);
  } else if (message.type === "bye") peer.pc.close();
}

room.watchSignals(queueSignal);
room.watchOthers((others) => {
  // Of two who have entered, the later one begins. Who waits in the lobby begins by itself.
  for (const { participantID, seat, hasEntered } of others) {
    const isOurs = room.ownSeat > seat || (room.ownSeat === seat && room.me > participantID);
    if (hasEntered && isOurs && !peers.has(participantID)) void initiate(participantID);
  }
});
console.log("In the room.");

async function leave(): Promise<void> {
  for (const peer of peers.values()) say(peer, { type: "bye", reason: "left" });
  await room.leave();
  process.exit(0);
}

const lines = createInterface({ input: process.stdin });
lines.on("line", (text) => {
  highestOrder = Math.max(Date.now(), highestOrder + 1);
  const message = { id: randomBytes(16).toString("base64url"), order: highestOrder, writtenAtMs: Date.now(), text };
  for (const peer of peers.values()) if (peer.hasEntered) say(peer, { type: "chat", message });
});
lines.on("close", () => void leave());
process.on("SIGINT", () => void leave());
