// The data channel for files, made when the first file is accepted. Both sides know its ID in
// advance, as they know that of the control channel. So nobody can open a channel here that was not
// asked for, and what comes before this page has opened it is dropped by the browser.
import { fileLimits } from "@meetogram/contract";
import type { FileChannel } from "../features.ts";

/** What every implementation takes (RFC 8841, section 6.1). */
const safeMessageBytes = 64 * 1024;

export function openFileChannel(connection: RTCPeerConnection, ended: AbortSignal): FileChannel {
  const channel = connection.createDataChannel("files", { negotiated: true, id: fileLimits.channelID });
  channel.binaryType = "arraybuffer";
  ended.addEventListener("abort", () => channel.close());
  return { channel, ended, maxMessageBytes: connection.sctp?.maxMessageSize ?? safeMessageBytes };
}
