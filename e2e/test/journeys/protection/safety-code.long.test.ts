// The safety code against somebody who sits in two rooms and relays one into the other.
import { expect } from "chai";
import { withPeople } from "../../support/browser.ts";
import { eventually } from "../../support/eventually.ts";
import { meet } from "../../support/meeting.ts";
import { openPanel, readCode } from "../../support/safety-code.ts";
import { useSystem } from "../../support/system.ts";

describe("the safety code", () => {
  useSystem();

  it("differs between the two ends of somebody who relays one room into another", () =>
    withPeople(4, async (ann, relayToAnn, relayToBen, ben) => {
      // Ann and Ben each believe to be alone with the other.
      await meet(ann, relayToAnn);
      await meet(ben, relayToBen);
      for (const person of [ann, ben]) await openPanel(person);
      const codes = await eventually(
        "two codes",
        () => Promise.all([ann, ben].map(readCode)),
        (found) => found.every((code) => code !== ""),
      );
      expect(codes[0]).not.to.equal(codes[1]);
    }));
});
