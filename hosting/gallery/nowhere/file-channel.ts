// A real channel for files. Whoever is at its other end takes everything and says nothing.
import type { FileChannel } from "../../src/call/call.ts";

export function openFileChannel(): FileChannel {
  const here = new RTCPeerConnection();
  const there = new RTCPeerConnection();
  here.addEventListener("icecandidate", ({ candidate }) => void there.addIceCandidate(candidate ?? undefined));
  there.addEventListener("icecandidate", ({ candidate }) => void here.addIceCandidate(candidate ?? undefined));
  const channel = here.createDataChannel("files", { negotiated: true, id: 1 });
  there.createDataChannel("files", { negotiated: true, id: 1 });
  void (async () => {
    await here.setLocalDescription();
    await there.setRemoteDescription(here.localDescription!);
    await there.setLocalDescription();
    await here.setRemoteDescription(there.localDescription!);
  })();
  return { channel, ended: new AbortController().signal, maxMessageBytes: 65_536 };
}
