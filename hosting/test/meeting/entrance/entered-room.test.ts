import { expect } from "chai";
import { parseEntered } from "../../../src/meeting/entrance/entered-room.ts";

describe("parseEntered", () => {
  it("reads back what was written", () => {
    const entered = {
      audio: true,
      video: false,
      password: "secret",
      signingKey: { kty: "EC" },
      compared: ["key"],
      enteredAtMs: 1_700_000_000_000,
    };
    expect(parseEntered(JSON.stringify(entered))).to.deep.equal(entered);
  });

  it("reads what an earlier version wrote", () => {
    expect(parseEntered('{"audio":true,"video":false,"password":null}')).to.deep.equal({
      audio: true,
      video: false,
      password: null,
      signingKey: null,
      compared: [],
      enteredAtMs: null,
    });
  });

  it("returns null for anything else", () => {
    for (const text of ["", "null", "[]", "{}", '{"audio":"yes","video":true}']) {
      expect(parseEntered(text), text).to.equal(null);
    }
  });
});
