// A bare peer connection: the floor of every join. When warm, it is connected before the click with
// its encodings inactive, and the click activates them. When cold, the click starts with the offer.

export {};

interface Bare extends Window {
  /** Set by the benchmark. Sends a message to the other page. */
  sendToRemote(message: string): Promise<void>;
  prepare(role: "joiner" | "host"): Promise<void>;
  receive(message: string): Promise<void>;
  isReady(): boolean;
}

const page = window as unknown as Bare;
const connection = new RTCPeerConnection({ bundlePolicy: "max-bundle", iceCandidatePoolSize: 1 });
const channel = connection.createDataChannel("control", { negotiated: true, id: 0 });
let stream: MediaStream;
const { searchParams } = new URL(location.href);
const isWarm = !searchParams.has("cold");

async function switchOn(): Promise<void> {
  for (const sender of connection.getSenders()) {
    const parameters = sender.getParameters();
    for (const encoding of parameters.encodings) encoding.active = true;
    await sender.setParameters(parameters);
  }
}

function send(message: unknown): void {
  void page.sendToRemote(JSON.stringify(message));
}

async function offer(): Promise<void> {
  await connection.setLocalDescription();
  send({ description: connection.localDescription });
}

connection.onicecandidate = ({ candidate }) => {
  if (candidate !== null) send({ candidate });
};
connection.ontrack = ({ track, streams }) => {
  if (track.kind !== "video") return;
  const video = document.createElement("video");
  video.muted = video.autoplay = video.playsInline = true;
  video.srcObject = streams[0] ?? new MediaStream([track]);
  document.body.append(video);
};
channel.onmessage = () => void switchOn();

page.prepare = async (role) => {
  stream = await navigator.mediaDevices.getUserMedia({
    audio: true,
    video: { width: Number(searchParams.get("width")), height: Number(searchParams.get("height")), frameRate: 30 },
  });
  if (role === "host") return;
  for (const track of stream.getTracks()) {
    connection.addTransceiver(track, { streams: [stream], sendEncodings: [{ active: !isWarm }] });
  }
  if (isWarm) await offer();
  document.querySelector("#join")!.addEventListener("click", () => {
    if (!isWarm) return void offer();
    channel.send("entered");
    return void switchOn();
  });
};

page.receive = async (text) => {
  const message = JSON.parse(text) as { description?: RTCSessionDescriptionInit; candidate?: RTCIceCandidateInit };
  if (message.candidate !== undefined) return connection.addIceCandidate(message.candidate);
  if (message.description === undefined) return undefined;
  await connection.setRemoteDescription(message.description);
  if (message.description.type !== "offer") return undefined;
  for (const transceiver of connection.getTransceivers()) {
    const kind = transceiver.receiver.track.kind;
    transceiver.direction = "sendrecv";
    transceiver.sender.setStreams(stream);
    await transceiver.sender.replaceTrack(stream.getTracks().find((track) => track.kind === kind) ?? null);
    const parameters = transceiver.sender.getParameters();
    for (const encoding of parameters.encodings) encoding.active = !isWarm;
    await transceiver.sender.setParameters(parameters);
  }
  await connection.setLocalDescription();
  return send({ description: connection.localDescription });
};

page.isReady = () => channel.readyState === "open";
