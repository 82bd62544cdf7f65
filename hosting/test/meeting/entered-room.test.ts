import { expect } from "chai";
import { parseEntered } from "../../src/meeting/entered-room.ts";

describe("parseEntered", () => {
  it("reads back what was written", () => {
    const entered = { audio: true, video: false, password: "secret" };
    expect(parseEntered(JSON.stringify(entered))).to.deep.equal(entered);
  });

  it("returns null for anything else", () => {
    for (const text of ["", "null", "[]", "{}", '{"audio":"yes","video":true}']) {
      expect(parseEntered(text), text).to.equal(null);
    }
  });
});
