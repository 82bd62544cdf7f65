import { expect } from "chai";
import { messagesByLanguage } from "../../../messages/messages-by-language.ts";
import { describeChanges, type Announced } from "../../../../src/screens/call/announcements/describe-changes.ts";
import { isolate } from "../../../../src/ui/person-label.ts";

const anna: Announced = {
  participantID: "a",
  name: "Anna",
  nameNumber: 1,
  status: "connected",
  constraints: { audio: true, video: true, screen: false },
};
const switched = (changes: Partial<Announced["constraints"]>, of = anna): Announced => ({
  ...of,
  constraints: { ...of.constraints, ...changes },
});
const name = isolate("Anna");
const read = (before: readonly Announced[], after: readonly Announced[], language: "en" | "ru" = "en") =>
  describeChanges(before, after, messagesByLanguage[language]);

describe("what a screen reader reads of the others", () => {
  it("is who comes and goes", () => {
    expect(read([], [anna])).to.deep.equal([`${name} has joined`]);
    expect(read([anna], [])).to.deep.equal([`${name} is no longer connected`]);
  });

  it("is what somebody switches", () => {
    expect(read([anna], [switched({ audio: false })])).to.deep.equal([`${name} has turned the microphone off`]);
    expect(read([switched({ audio: false })], [anna], "ru")).to.deep.equal([`${name}: микрофон включён`]);
    expect(read([anna], [switched({ screen: true })])).to.deep.equal([`${name} shares a screen`]);
  });

  it("is nothing for a camera, or while somebody is connecting", () => {
    expect(read([anna], [switched({ video: false })])).to.deep.equal([]);
    const connecting: Announced = { ...anna, status: "connecting" };
    expect(read([connecting], [switched({ audio: false })])).to.deep.equal([]);
  });
});
