// Which codecs to negotiate, and in which order. A mesh encodes the same video once for each remote
// participant, so the codec that costs the least CPU comes first. VP8, H264 and Opus always stay:
// every browser supports Opus and one of the two.

/** As in RTCRtpReceiver.getCapabilities. */
export interface Codec {
  readonly mimeType: string;
  readonly sdpFmtpLine?: string;
}

/**
 * Where the device encodes one of these in hardware, it is better than VP8 in software. The best
 * first.
 */
export const hardwareCodecs = ["video/h264", "video/vp9", "video/av1", "video/h265"] as const;

/** Formats that repair video after a loss. None of them is a codec. */
const repairFormats = new Set(["video/rtx", "video/red", "video/ulpfec"]);

const plainVP9 = /(^|;)\s*profile-id=0\b/;
const plainAV1 = /(^|;)\s*profile=0\b/;
const plainH264 = /(^|;)\s*profile-level-id=42e01f\b/i;

/**
 * `inHardware`: MIME types, in lower case, that this device encodes in hardware. An empty result
 * leaves the order to the browser.
 */
export function orderVideoCodecs<T extends Codec>(known: readonly T[], inHardware: ReadonlySet<string>): T[] {
  const common = ["video/vp8", "video/h264"];
  const preferred = hardwareCodecs.filter((type) => inHardware.has(type));
  const order = [...preferred, ...common.filter((type) => !preferred.some((hardwareType) => hardwareType === type))];
  const chosen = order.flatMap((type) => pickProfile(known.filter((codec) => typeOf(codec) === type)));
  if (chosen.length === 0) return [];
  return [...chosen, ...known.filter((codec) => repairFormats.has(typeOf(codec)))];
}

/** Opus twice: with the previous packet inside each packet (RED, RFC 2198), and plain. */
export function orderAudioCodecs<T extends Codec>(known: readonly T[]): T[] {
  const opus = known.filter((codec) => typeOf(codec) === "audio/opus");
  if (opus.length === 0) return [];
  return [...known.filter((codec) => typeOf(codec) === "audio/red"), ...opus];
}

/**
 * One of several profiles: the one that every browser decodes. Each profile would add its lines to
 * every description.
 */
function pickProfile<T extends Codec>(codecs: readonly T[]): T[] {
  const isPlain = ({ mimeType, sdpFmtpLine = "" }: T) => {
    switch (mimeType.toLowerCase()) {
      case "video/h264":
        return plainH264.test(sdpFmtpLine) && sdpFmtpLine.includes("packetization-mode=1");
      case "video/vp9":
        return plainVP9.test(sdpFmtpLine);
      case "video/av1":
        return plainAV1.test(sdpFmtpLine);
      default:
        return true;
    }
  };
  const plain = codecs.find(isPlain) ?? codecs[0];
  return plain === undefined ? [] : [plain];
}

function typeOf({ mimeType }: Codec): string {
  return mimeType.toLowerCase();
}
