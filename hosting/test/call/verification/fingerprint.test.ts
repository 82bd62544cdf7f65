import { expect } from "chai";
import { readFingerprint } from "../../../src/call/verification/fingerprint.ts";

const sha256 = Array.from({ length: 32 }, (_, index) => (index * 7).toString(16).padStart(2, "0").toUpperCase()).join(
  ":",
);
const described = (...lines: string[]) => ({
  sdp: ["v=0", ...lines, "m=audio 9 UDP/TLS/RTP/SAVPF 111", ""].join("\r\n"),
});

describe("the fingerprint of a description", () => {
  it("is the one that all its media share, in one spelling", () => {
    const lines = [`a=fingerprint:sha-256 ${sha256}`, `a=fingerprint:SHA-256 ${sha256.toLowerCase()}`];
    expect(readFingerprint(described(...lines))).to.equal(`sha-256 ${sha256}`);
  });

  it("is unknown when there is none, or a second one that DTLS might accept instead", () => {
    const other = sha256.replace(/^00/, "FF");
    for (const lines of [
      [],
      [`a=fingerprint:sha-256 ${sha256}`, `a=fingerprint:sha-256 ${other}`],
      [`a=fingerprint:sha-1 ${sha256.slice(0, 59)}`],
      [`a=fingerprint:sha-256 ${sha256}`, `a=fingerprint:sha-1 ${sha256.slice(0, 59)}`],
    ])
      expect(readFingerprint(described(...lines))).to.equal(null);
    expect(readFingerprint(null)).to.equal(null);
  });
});
