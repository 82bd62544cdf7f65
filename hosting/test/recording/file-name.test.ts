import { expect } from "chai";
import { nameFile, readBeganAt } from "../../src/recording/file-name.ts";

describe("the name of a recording", () => {
  it("says when it began, by the local clock, without what a system does not allow", () => {
    const name = nameFile(new Date(2026, 10, 29, 5, 4, 3));
    expect(name).to.equal("meetogram 2026-11-29 05.04.03.webm");
    expect(name).to.not.match(/[<>:"/\\|?*]/);
  });

  it("is read again", () => {
    for (const beganAt of [new Date(2026, 0, 1), new Date(2031, 11, 31, 23, 59, 59)])
      expect(readBeganAt(nameFile(beganAt))).to.deep.equal(beganAt);
  });

  it("is that of no other file", () => {
    for (const name of ["", "notes.txt", "meetogram 2026-11-29.webm", "x meetogram 2026-11-29 05.04.03.webm"])
      expect(readBeganAt(name), name).to.equal(null);
  });
});
