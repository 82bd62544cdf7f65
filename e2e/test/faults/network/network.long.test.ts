// The network between two pages is interrupted, or one person loses it completely, and it returns.
import { expect } from "chai";
import { withPeople } from "../../support/browser.ts";
import { expectSeesAndHears, meet } from "../../support/meeting.ts";
import { controlNetwork } from "../../support/network/network.ts";
import { useSystem } from "../../support/system.ts";
import { interruptNetwork } from "./interrupt-network.ts";

describe("a network interruption", () => {
  useSystem();

  it("of one person's whole network, for 8 s: their page names their own network, each page always shows one tile, and both recover", () => {
    return withPeople(2, async (ann, ben) => {
      const network = await controlNetwork(ben.page);
      await meet(ann, ben);
      for (const person of [ann, ben]) await expectSeesAndHears(person, 1);
      const expected = { people: [ann, ben], reasons: [/network/i, /your network/i] } as const;
      await interruptNetwork(expected, network.goOffline, network.restore);
    });
  });

  it("only between the two, for 8 s: each page shows the other person as silent with the reason, always in one tile, and both recover", () =>
    withPeople(2, async (ann, ben) => {
      const network = await controlNetwork(ben.page);
      await meet(ann, ben);
      for (const person of [ann, ben]) await expectSeesAndHears(person, 1);
      const expected = { people: [ann, ben], reasons: [/network/i, /network/i] } as const;
      for (const snapshots of await interruptNetwork(expected, network.dropPackets, network.restore)) {
        const texts = snapshots.flatMap(({ tiles }) => tiles.map(({ text }) => text)).filter((text) => text !== "");
        for (const text of texts) expect(text).to.include("😵").and.not.to.match(/tab/i);
      }
    }));
});
