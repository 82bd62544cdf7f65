import { expect } from "chai";
import { checkCodecs } from "../../src/check/check-codecs.ts";

const side = (...mimeTypes: string[]) => ({
  getCapabilities: (kind: string) =>
    ({ codecs: mimeTypes.filter((type) => type.startsWith(kind)).map((mimeType) => ({ mimeType })) }) as never,
});
const check = (...sides: Parameters<typeof checkCodecs>) => {
  const { verdict, code } = checkCodecs(...sides);
  return `${verdict} ${code}`;
};

describe("checkCodecs", () => {
  it("passes with Opus and a common codec both ways, and names each once", () => {
    const both = side("audio/opus", "video/VP8", "video/H264", "video/H264", "video/rtx");
    expect(checkCodecs(both, both)).to.deep.include({
      verdict: "ok",
      figures: { sent: ["H264", "VP8"], received: ["H264", "VP8"] },
    });
  });

  it("fails without Opus, or without a picture in one direction", () => {
    const both = side("audio/opus", "video/VP8");
    expect(check(side("video/VP8"), both)).to.equal("failed no-opus");
    expect(check(both, side("audio/opus", "video/AV1"))).to.equal("failed no-video");
    expect(check({ getCapabilities: () => null }, both)).to.equal("failed no-opus");
  });

  it("has a look at what others may not know, and at a browser that does not tell", () => {
    const rare = side("audio/opus", "video/AV1");
    expect(check(rare, rare)).to.equal("look uncommon");
    expect(check(undefined, rare)).to.equal("look untold");
    expect(check({}, rare)).to.equal("look untold");
  });
});
