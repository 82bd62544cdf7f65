import { expect } from "chai";
import { addOpusParameters } from "../../../src/call/negotiation/opus-parameters.ts";

const describeWith = (...lines: string[]) => ["v=0", "s=-", ...lines, ""].join("\r\n");

describe("the Opus parameters of a description", () => {
  it("get DTX and in-band FEC for each Opus, and for nothing else", () => {
    const sdp = describeWith(
      "m=audio 9 UDP/TLS/RTP/SAVPF 63 111",
      "a=rtpmap:63 red/48000/2",
      "a=fmtp:63 111/111",
      "a=rtpmap:111 opus/48000/2",
      "a=fmtp:111 minptime=10;useinbandfec=1",
      "m=video 9 UDP/TLS/RTP/SAVPF 96",
      "a=rtpmap:96 VP8/90000",
      "m=audio 9 UDP/TLS/RTP/SAVPF 109",
      "a=rtpmap:109 opus/48000/2",
      "a=fmtp:109 maxplaybackrate=48000;stereo=1",
    );
    expect(addOpusParameters(sdp)).to.equal(
      sdp
        .replace("minptime=10;useinbandfec=1", "minptime=10;useinbandfec=1;usedtx=1")
        .replace("stereo=1", "stereo=1;useinbandfec=1;usedtx=1"),
    );
  });

  it("belong to one media section: another one may use the same payload type differently", () => {
    const sdp = describeWith(
      "m=video 9 UDP/TLS/RTP/SAVPF 111",
      "a=rtpmap:111 H264/90000",
      "a=fmtp:111 packetization-mode=1",
      "m=audio 9 UDP/TLS/RTP/SAVPF 111",
      "a=rtpmap:111 opus/48000/2",
    );
    const changed = addOpusParameters(sdp);
    expect(changed).to.include("a=fmtp:111 packetization-mode=1\r\n");
    expect(changed).to.include("a=rtpmap:111 opus/48000/2\r\na=fmtp:111 useinbandfec=1;usedtx=1\r\n");
  });

  it("stay as they are where they were set, and in a second run", () => {
    const sdp = describeWith("m=audio 9 X 111", "a=rtpmap:111 opus/48000/2", "a=fmtp:111 usedtx=0;useinbandfec=0");
    expect(addOpusParameters(sdp)).to.equal(sdp);
    const plain = describeWith("m=audio 9 X 111", "a=rtpmap:111 opus/48000/2");
    expect(addOpusParameters(addOpusParameters(plain))).to.equal(addOpusParameters(plain));
    expect(addOpusParameters("v=0")).to.equal("v=0");
  });
});
