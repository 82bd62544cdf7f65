// Two calls of this page in one room, with everything that a call has but the server: sealing,
// negotiation, encodings. One sends the given tracks, the other receives them.
import { createCall } from "../call/create-call.ts";
import { createSeal } from "../call/sealing/seal.ts";
import { createInMemoryRoom } from "../signalling/in-memory.ts";
import { readArrived, type TestCall } from "./check-call.ts";
import type { ReadSound } from "./check-devices.ts";

export type SentTracks = Readonly<Record<"audio" | "video", MediaStreamTrack | null>>;

const nothing: SentTracks = { audio: null, video: null };

/** The calls own no track: who gives one stops it. */
function mediaOf(tracks: SentTracks) {
  return {
    track: (kind: "audio" | "video") => tracks[kind],
    onTrack: () => {},
    limitPicture: async () => {},
  };
}

/** `listen`: to a track that has arrived. Statistics tell nothing of a sound that nobody hears. */
export async function callItself(
  tracks: SentTracks,
  listen: (track: MediaStreamTrack) => ReadSound,
): Promise<TestCall> {
  const room = createInMemoryRoom();
  const uuid = crypto.randomUUID();
  const key = crypto.getRandomValues(new Uint8Array(16));
  const received: RTCPeerConnection[] = [];
  const player = document.createElement("video");
  player.muted = true;
  player.playsInline = true;

  async function join(sent: SentTracks, handleConnection: (connection: RTCPeerConnection) => void) {
    const constraints = { audio: sent.audio !== null, video: sent.video !== null, screen: false };
    return createCall({
      signalling: room.seat(crypto.randomUUID(), { constraints }),
      seal: await createSeal({ uuid, key }),
      media: mediaOf(sent),
      constraints,
      name: "",
      iceServers: [],
      createConnection(configuration) {
        const connection = new RTCPeerConnection(configuration);
        handleConnection(connection);
        return connection;
      },
    });
  }

  const sender = await join(tracks, () => {});
  const receiver = await join(nothing, (connection) => received.push(connection));
  const listening = new AbortController();
  let readSound: ReadSound | null = null;
  // Browsers decode what is played. It is muted, or it would come out of the speaker.
  receiver.onChange(
    ([remote]) => {
      if (remote === undefined || player.srcObject === remote.stream) return;
      player.srcObject = remote.stream;
      player.play().catch(() => undefined);
    },
    { signal: listening.signal },
  );
  sender.enter();
  receiver.enter();

  return {
    async read() {
      const connection = received.at(-1);
      if (connection === undefined) return readArrived("new", [], null);
      const [sound] = receiver.participants[0]?.stream.getAudioTracks() ?? [];
      if (sound !== undefined) readSound ??= listen(sound);
      const stats: Record<string, unknown>[] = [];
      (await connection.getStats()).forEach((stat: Record<string, unknown>) => stats.push(stat));
      return readArrived(connection.connectionState, stats, readSound?.() ?? null);
    },
    end() {
      listening.abort();
      player.srcObject = null;
      sender.leaveNow();
      receiver.leaveNow();
    },
  };
}
