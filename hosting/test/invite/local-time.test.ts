import { expect } from "chai";
import { fromFieldValue, suggestBegin, toFieldValue } from "../../src/invite/local-time.ts";

describe("the time of a field", () => {
  it("is the same instant after the field", () => {
    for (const text of ["2030-01-01T00:00", "2030-12-31T23:59", "2030-07-05T09:05"]) {
      const instant = fromFieldValue(text);
      expect(instant).to.not.equal(null);
      expect(toFieldValue(instant!)).to.equal(text);
    }
  });

  it("is none while the field is not filled in", () => {
    expect(fromFieldValue("")).to.equal(null);
    expect(fromFieldValue("2030-13-01T00:00")).to.equal(null);
  });

  it("is suggested as the next half hour, ten minutes away at least", () => {
    for (const [now, suggested] of [
      ["2030-01-01T12:00", "2030-01-01T12:30"],
      ["2030-01-01T12:20", "2030-01-01T12:30"],
      ["2030-01-01T12:21", "2030-01-01T13:00"],
      ["2030-01-01T12:51", "2030-01-01T13:30"],
      ["2030-12-31T23:45", "2031-01-01T00:00"],
    ] as const) {
      expect(toFieldValue(suggestBegin(fromFieldValue(now)!)), now).to.equal(suggested);
    }
  });
});
