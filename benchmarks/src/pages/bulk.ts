// A bare data channel, and as many bytes through it as it takes: the yardstick for files. It reads
// nothing, hashes nothing and keeps nothing.

export {};

interface Bulk extends Window {
  /** Set by the benchmark. Sends a message to the other page. */
  sendToRemote(message: string): Promise<void>;
  prepare(role: "sender" | "receiver"): Promise<void>;
  receive(message: string): Promise<void>;
  isReady(): boolean;
  send(bytes: number): Promise<void>;
  /** In ms, from the first message to the last one. */
  measure(bytes: number): Promise<number>;
}

const messageBytes = 64 * 1024;
const fullBytes = 1024 * 1024;

const page = window as unknown as Bulk;
const connection = new RTCPeerConnection();
const channel = connection.createDataChannel("bulk", { negotiated: true, id: 0 });
channel.binaryType = "arraybuffer";
channel.bufferedAmountLowThreshold = fullBytes / 4;

function signal(message: unknown): void {
  void page.sendToRemote(JSON.stringify(message));
}

connection.onicecandidate = ({ candidate }) => {
  if (candidate !== null) signal({ candidate });
};

page.prepare = async (role) => {
  if (role === "receiver") return;
  await connection.setLocalDescription();
  signal({ description: connection.localDescription });
};

page.receive = async (text) => {
  const message = JSON.parse(text) as { description?: RTCSessionDescriptionInit; candidate?: RTCIceCandidateInit };
  if (message.candidate !== undefined) return connection.addIceCandidate(message.candidate);
  if (message.description === undefined) return undefined;
  await connection.setRemoteDescription(message.description);
  if (message.description.type !== "offer") return undefined;
  await connection.setLocalDescription();
  return signal({ description: connection.localDescription });
};

page.isReady = () => channel.readyState === "open";

page.send = async (bytes) => {
  const message = new Uint8Array(messageBytes);
  for (let sent = 0; sent < bytes; sent += messageBytes) {
    if (channel.bufferedAmount > fullBytes)
      await new Promise((resolve) => channel.addEventListener("bufferedamountlow", resolve, { once: true }));
    channel.send(message);
  }
};

page.measure = (bytes) =>
  new Promise((resolve) => {
    let received = 0;
    let startedAtMs: number | null = null;
    channel.addEventListener("message", ({ data }: MessageEvent<ArrayBuffer>) => {
      startedAtMs ??= performance.now();
      received += data.byteLength;
      if (received >= bytes) resolve(performance.now() - startedAtMs);
    });
  });
