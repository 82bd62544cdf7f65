import { expect } from "chai";
import { compareParticipants } from "../../../src/screens/call/meeting-announcements.ts";
import { initialsOf } from "../../../src/ui/person-label.ts";

const anna = { participantID: "a", name: "Anna" };
const boris = { participantID: "b", name: "Boris" };

describe("compareParticipants", () => {
  it("lists who joined and who left", () => {
    expect(compareParticipants([anna], [boris])).to.deep.equal({ joined: [boris], left: [anna] });
  });

  it("lists nobody when only a state has changed", () => {
    expect(compareParticipants([anna], [{ ...anna, name: "Anna K." }])).to.deep.equal({ joined: [], left: [] });
  });
});

describe("initialsOf", () => {
  it("takes the first letters of up to two words", () => {
    expect(initialsOf("анна каренина")).to.equal("АК");
    expect(initialsOf("  Maria Anna Mozart ")).to.equal("MA");
    expect(initialsOf("🦊 fox")).to.equal("🦊F");
    expect(initialsOf("  ")).to.equal("");
  });
});
