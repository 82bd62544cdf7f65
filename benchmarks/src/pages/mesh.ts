// Bare peer connections in a full mesh, without resolution ladder and small first frames: the
// yardstick for the cost of people. Each newcomer sends an offer to everybody inside.

export {};

interface Mesh extends Window {
  /** Set by the benchmark. Sends a message to the page with that number. */
  sendTo(to: number, message: string): Promise<void>;
  prepare(self: number): Promise<void>;
  receive(from: number, message: string): Promise<void>;
}

const page = window as unknown as Mesh;
const { searchParams } = new URL(location.href);
const iceServers = JSON.parse(searchParams.get("ice") ?? "[]") as RTCIceServer[];
const connections = new Map<number, RTCPeerConnection>();
let stream: MediaStream;

function send(to: number, message: unknown): void {
  void page.sendTo(to, JSON.stringify(message));
}

function connectTo(remote: number): RTCPeerConnection {
  const connection = new RTCPeerConnection({ bundlePolicy: "max-bundle", iceServers });
  connections.set(remote, connection);
  for (const track of stream.getTracks()) connection.addTrack(track, stream);
  connection.onicecandidate = ({ candidate }) => {
    if (candidate !== null) send(remote, { candidate });
  };
  connection.ontrack = ({ track, streams }) => {
    if (track.kind !== "video") return;
    const video = document.createElement("video");
    video.autoplay = video.playsInline = true;
    video.width = 300;
    video.srcObject = streams[0] ?? null;
    document.body.append(video);
  };
  return connection;
}

page.prepare = async (self) => {
  stream = await navigator.mediaDevices.getUserMedia({
    audio: true,
    video: {
      width: Number(searchParams.get("width")),
      height: Number(searchParams.get("height")),
      frameRate: Number(searchParams.get("rate")),
    },
  });
  for (const track of stream.getAudioTracks()) track.enabled = !searchParams.has("muted");
  document.querySelector("#join")!.addEventListener("click", () => {
    for (let remote = 0; remote < self; remote += 1) {
      const connection = connectTo(remote);
      void connection.setLocalDescription().then(() => send(remote, { description: connection.localDescription }));
    }
  });
};

page.receive = async (from, text) => {
  const message = JSON.parse(text) as { description?: RTCSessionDescriptionInit; candidate?: RTCIceCandidateInit };
  const connection = connections.get(from) ?? connectTo(from);
  if (message.candidate !== undefined) return connection.addIceCandidate(message.candidate);
  if (message.description === undefined) return undefined;
  await connection.setRemoteDescription(message.description);
  if (message.description.type !== "offer") return undefined;
  await connection.setLocalDescription();
  return send(from, { description: connection.localDescription });
};
