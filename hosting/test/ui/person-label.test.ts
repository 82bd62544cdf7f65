import { expect } from "chai";
import { initialsOf } from "../../src/ui/person-label.ts";

describe("initialsOf", () => {
  it("takes the first letters of up to two words", () => {
    expect(initialsOf("анна каренина")).to.equal("АК");
    expect(initialsOf("  Maria Anna Mozart ")).to.equal("MA");
    expect(initialsOf("🦊 fox")).to.equal("🦊F");
    expect(initialsOf("  ")).to.equal("");
  });
});
