// Which codecs this browser sends and receives. A call needs Opus, and one for the picture.
import { find, type Finding, type Word } from "./finding.ts";

const known: Readonly<Record<string, Word>> = {
  "video/av1": "AV1",
  "video/h264": "H264",
  "video/h265": "H265",
  "video/vp8": "VP8",
  "video/vp9": "VP9",
  "audio/opus": "Opus",
};

type Capable = { getCapabilities(kind: string): RTCRtpCapabilities | null };

function list(side: Capable, kind: "audio" | "video"): Word[] {
  const found = side.getCapabilities(kind)?.codecs ?? [];
  return [...new Set(found.flatMap(({ mimeType }) => known[mimeType.toLowerCase()] ?? []))].sort();
}

export function checkCodecs(sender?: Partial<Capable>, receiver?: Partial<Capable>): Finding {
  if (typeof sender?.getCapabilities !== "function" || typeof receiver?.getCapabilities !== "function") {
    return find("codecs", "look", "untold");
  }
  const [sends, receives] = [sender as Capable, receiver as Capable];
  const figures = { sent: list(sends, "video"), received: list(receives, "video") };
  const hasOpus = list(sends, "audio").includes("Opus") && list(receives, "audio").includes("Opus");
  if (!hasOpus) return find("codecs", "failed", "no-opus", figures);
  // Every browser with WebRTC has to have both: RFC 7742, section 5.
  const both = figures.sent.filter((word) => figures.received.includes(word));
  if (both.length === 0) return find("codecs", "failed", "no-video", figures);
  return both.includes("VP8") || both.includes("H264")
    ? find("codecs", "ok", "ok", figures)
    : find("codecs", "look", "uncommon", figures);
}
