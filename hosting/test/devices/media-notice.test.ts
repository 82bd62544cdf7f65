import { expect } from "chai";
import { mediaNoticesOf } from "../../src/devices/media-notice.ts";

const on = { isWanted: true, isOn: true, problem: null };

describe("mediaNoticesOf", () => {
  it("says nothing while both work", () => {
    expect(mediaNoticesOf({ audio: on, video: on })).to.deep.equal([]);
  });

  for (const problem of ["denied", "dismissed", "unsupported"] as const) {
    it(`reports once that both are ${problem}`, () => {
      const kind = { isWanted: true, isOn: false, problem };
      expect(mediaNoticesOf({ audio: kind, video: kind })).to.deep.equal([{ device: "both", problem }]);
    });
  }

  it("names each device with its own problem", () => {
    const video = { isWanted: true, isOn: false, problem: "in-use" as const };
    const audio = { isWanted: true, isOn: false, problem: "missing" as const };
    expect(mediaNoticesOf({ audio, video })).to.deep.equal([
      { device: "camera", problem: "in-use" },
      { device: "microphone", problem: "missing" },
    ]);
  });

  it("omits a device that is not wanted", () => {
    const unwanted = { isWanted: false, isOn: false, problem: "missing" as const };
    expect(mediaNoticesOf({ audio: on, video: unwanted })).to.deep.equal([]);
  });
});
