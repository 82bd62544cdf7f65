// One person loses the network altogether.
import { expect } from "chai";
import { withPeople } from "../support/browser.ts";
import { expectSeesAndHears, meet } from "../support/meeting.ts";
import { controlNetwork } from "../support/network.ts";
import { useSystem } from "../support/system.ts";
import { rangeOfTiles } from "../support/tiles.ts";
import { interruptNetwork } from "./interrupt-network.ts";

describe("a network that breaks", () => {
  useSystem();

  it("for one of them altogether, for 8 s: that one is told that it is their own, one tile all the time, and both come back", () =>
    withPeople(2, async (ann, ben) => {
      const network = await controlNetwork(ben.page);
      await meet(ann, ben);
      for (const person of [ann, ben]) await expectSeesAndHears(person, 1);
      const expected = { people: [ann, ben], reasons: [/network/i, /your network/i] } as const;
      for (const snapshots of await interruptNetwork(expected, network.goOffline, network.restore)) {
        expect(rangeOfTiles(snapshots)).to.deep.equal({ min: 1, max: 1 });
      }
    }));
});
