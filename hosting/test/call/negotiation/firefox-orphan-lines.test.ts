import { expect } from "chai";
import { dropOrphanedLines } from "../../../src/call/negotiation/firefox-orphan-lines.ts";

const describeWith = (...lines: string[]) => ["v=0", "s=-", ...lines, ""].join("\r\n");

describe("orphaned lines of a description", () => {
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

  it("are dropped, by the list of their own m-line", () => {
    const orphaned = ["a=rtcp-fb:9 ", "a=rtcp-fb:121 ", "a=rtpmap:121 ", "a=fmtp:121 "];
    const kept = left.filter((line) => !orphaned.some((start) => line.startsWith(start)));
    expect(dropOrphanedLines(describeWith(...left))).to.equal(describeWith(...kept));
  });

  it("do not exist where every codec is listed: nothing changes", () => {
    const whole = dropOrphanedLines(describeWith(...left));
    expect(dropOrphanedLines(whole)).to.equal(whole);
    expect(dropOrphanedLines(whole.replaceAll("\r\n", "\n"))).to.equal(whole.replaceAll("\r\n", "\n"));
    expect(dropOrphanedLines("v=0")).to.equal("v=0");
  });
});
