import { expect } from "chai";
import { compareParticipants } from "../../../../src/screens/call/announcements/compare-participants.ts";

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
