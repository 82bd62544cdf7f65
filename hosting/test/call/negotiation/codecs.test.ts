import { expect } from "chai";
import { orderAudioCodecs, orderVideoCodecs, type Codec } from "../../../src/call/negotiation/codecs.ts";

/** As Chromium reports them. */
const video: Codec[] = [
  { mimeType: "video/VP8" },
  { mimeType: "video/rtx" },
  { mimeType: "video/VP9", sdpFmtpLine: "profile-id=0" },
  { mimeType: "video/VP9", sdpFmtpLine: "profile-id=2" },
  { mimeType: "video/H264", sdpFmtpLine: "level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42001f" },
  { mimeType: "video/H264", sdpFmtpLine: "level-asymmetry-allowed=1;packetization-mode=0;profile-level-id=42e01f" },
  { mimeType: "video/H264", sdpFmtpLine: "level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f" },
  { mimeType: "video/AV1", sdpFmtpLine: "level-idx=5;profile=0;tier=0" },
  { mimeType: "video/red" },
  { mimeType: "video/ulpfec" },
];
const types = (codecs: readonly Codec[]) => codecs.map(({ mimeType }) => mimeType.split("/")[1]?.toLowerCase());

describe("the order of codecs", () => {
  it("is the cheapest first without hardware, one profile of each, with repair formats", () => {
    const ordered = orderVideoCodecs(video, new Set());
    expect(types(ordered)).to.deep.equal(["vp8", "h264", "rtx", "red", "ulpfec"]);
    expect(ordered[1]?.sdpFmtpLine).to.equal("level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f");
  });

  it("is hardware first, and still has what every browser supports", () => {
    expect(types(orderVideoCodecs(video, new Set(["video/h264"]))).slice(0, 2)).to.deep.equal(["h264", "vp8"]);
    const ordered = orderVideoCodecs(video, new Set(["video/av1", "video/vp9"]));
    expect(types(ordered).slice(0, 4)).to.deep.equal(["vp9", "av1", "vp8", "h264"]);
    expect(ordered[0]?.sdpFmtpLine).to.equal("profile-id=0");
  });

  it("keeps any profile when it is the only one", () => {
    const only = [{ mimeType: "video/H264", sdpFmtpLine: "packetization-mode=1;profile-level-id=640c1f" }];
    expect(orderVideoCodecs(only, new Set())).to.deep.equal(only);
  });

  it("is left to a browser that knows none of them", () => {
    expect(orderVideoCodecs([{ mimeType: "video/rtx" }], new Set())).to.deep.equal([]);
    expect(orderAudioCodecs([{ mimeType: "audio/PCMU" }])).to.deep.equal([]);
  });

  it("has redundant audio before plain audio", () => {
    const audio = ["opus", "red", "G722", "PCMU", "CN", "telephone-event"].map((name) => ({
      mimeType: `audio/${name}`,
    }));
    expect(types(orderAudioCodecs(audio))).to.deep.equal(["red", "opus"]);
    expect(types(orderAudioCodecs(audio.slice(0, 1)))).to.deep.equal(["opus"]);
  });
});
