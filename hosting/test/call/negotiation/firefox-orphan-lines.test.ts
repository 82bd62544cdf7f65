import { expect } from "chai";
import { dropOrphanedLines } from "../../../src/call/negotiation/firefox-orphan-lines.ts";

const describeWith = (...lines: string[]) => ["v=0", "s=-", ...lines, ""].join("\r\n");

describe("the lines of a description that speak of codecs that are not in it", () => {
  // As Firefox 153 writes them when only VP8 is wanted.
  const left = [
    "m=audio 9 UDP/TLS/RTP/SAVPF 109",
    "a=rtcp-fb:109 transport-cc",
    "a=rtcp-fb:9 transport-cc",
    "a=rtpmap:109 opus/48000/2",
    "m=video 9 UDP/TLS/RTP/SAVPF 120 124",
    "a=fmtp:124 apt=120",
    "a=rtcp-fb:120 nack pli",
    "a=rtcp-fb:121 nack pli",
    "a=rtcp-fb:* ccm fir",
    "a=rtpmap:120 VP8/90000",
    "a=rtpmap:124 rtx/90000",
    "a=rtpmap:121 VP9/90000",
    "a=fmtp:121 max-fs=12288",
    "m=application 9 UDP/DTLS/SCTP webrtc-datachannel",
    "a=fmtp:5000 max-message-size=65536",
  ];

  it("are dropped, each by the list of its own section", () => {
    const orphaned = ["a=rtcp-fb:9 ", "a=rtcp-fb:121 ", "a=rtpmap:121 ", "a=fmtp:121 "];
    const kept = left.filter((line) => !orphaned.some((start) => line.startsWith(start)));
    expect(dropOrphanedLines(describeWith(...left))).to.equal(describeWith(...kept));
  });

  it("are none where every codec is listed: then nothing is changed", () => {
    const whole = dropOrphanedLines(describeWith(...left));
    expect(dropOrphanedLines(whole)).to.equal(whole);
    expect(dropOrphanedLines(whole.replaceAll("\r\n", "\n"))).to.equal(whole.replaceAll("\r\n", "\n"));
    expect(dropOrphanedLines("v=0")).to.equal("v=0");
  });
});
