// PeerJS as in its guide: the joiner calls with its stream, and the remote peer answers with its
// own.
import { Peer } from "peerjs";

const parameters = new URL(location.href).searchParams;
const peer = new Peer(parameters.get("id")!, {
  host: "127.0.0.1",
  port: Number(parameters.get("port")),
  path: "/",
  config: { iceServers: [] },
});
const [width, height] = [Number(parameters.get("width")), Number(parameters.get("height"))];
const media = navigator.mediaDevices.getUserMedia({ audio: true, video: { width, height, frameRate: 30 } });

function show(stream: MediaStream): void {
  if (document.querySelector("video") !== null) return;
  const video = document.createElement("video");
  video.muted = video.autoplay = video.playsInline = true;
  video.srcObject = stream;
  document.body.append(video);
}

peer.on("open", () => void media.then(() => document.body.setAttribute("data-ready", "")));
peer.on("call", (call) => void media.then((stream) => call.answer(stream)));
document.querySelector("#join")!.addEventListener("click", () => {
  void media.then((stream) => peer.call(parameters.get("remote")!, stream).on("stream", show));
});
