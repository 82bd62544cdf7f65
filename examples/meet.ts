// A client of meetogram without media: it enters a room, connects to everybody in it, and exchanges
// lines of the chat. `npm run meet --workspace examples -- "LINK" NAME`; each line of standard
// input is said to everybody. docs/write-a-client.md explains it.
import { randomBytes } from "node:crypto";
import { createInterface } from "node:readline";
import { connectToOthers, enterRoom, RoomError, type Peer, type PeerMessage } from "@meetogram/client/room";
import wrtc from "@roamhq/wrtc";

const [link = "", name = "Node"] = process.argv.slice(2);

// A link that is damaged, a room that is full or locked or gone, a password that is missing: each
// has its code.
const room = await enterRoom({ link, name }).catch((error: unknown) => {
  if (!(error instanceof RoomError)) throw error;
  console.error(`Not in the room: ${error.code}. ${error.message}`);
  process.exit(1);
});

const others = connectToOthers({
  room,
  RTCPeerConnection: wrtc.RTCPeerConnection,
  onReached: (peer) => console.log(`${nameOf(peer)} is here.`),
  onMessage: handleMessage,
  onGone: (peer) => console.log(`${nameOf(peer)} is gone.`),
});
console.log("In the room.");

function nameOf(peer: Peer): string {
  return peer.name || "Somebody";
}

/** Everybody shows messages by this: the author's time, and above all that the author has seen. */
let highestOrder = 0;

function handleMessage(peer: Peer, message: PeerMessage): void {
  // `hand`, `reaction`, `file-offer` and others come here too.
  if (message.type !== "chat") return;
  const { order, text } = message.message;
  highestOrder = Math.max(highestOrder, order);
  // The text is somebody else's. A terminal would obey what is in it.
  console.log(`${nameOf(peer)}: ${text.replace(/\p{Cc}/gu, " ")}`);
}

function say(text: string): void {
  highestOrder = Math.max(Date.now(), highestOrder + 1);
  const id = randomBytes(16).toString("base64url");
  others.sendToAll({ type: "chat", message: { id, order: highestOrder, writtenAtMs: Date.now(), text } });
}

async function leave(): Promise<void> {
  // The others show at once that this one has left.
  await others.close();
  await room.leave();
  // The WebRTC library may crash if Node ends by itself.
  process.exit(0);
}

const lines = createInterface({ input: process.stdin });
lines.on("line", (text) => text !== "" && say(text));
lines.on("close", () => void leave());
process.on("SIGINT", () => void leave());

// A host may remove this participant, or end the room. Otherwise the seat is kept, over cuts too.
const end = await room.ended;
if (end !== "left") console.log(`The stay is over: ${end}.`);
await leave();
