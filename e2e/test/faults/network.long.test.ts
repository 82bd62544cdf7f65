// One person loses the network completely.
import { withPeople } from "../support/browser.ts";
import { expectSeesAndHears, meet } from "../support/meeting.ts";
import { controlNetwork } from "../support/network.ts";
import { useSystem } from "../support/system.ts";
import { interruptNetwork } from "./interrupt-network.ts";

describe("a network interruption", () => {
  useSystem();

  it("of one person's whole network, for 8 s: their page names their own network, each page always shows one tile, and both recover", function () {
    // Up to five interruptions.
    this.timeout(600_000);
    return withPeople(2, async (ann, ben) => {
      const network = await controlNetwork(ben.page);
      await meet(ann, ben);
      for (const person of [ann, ben]) await expectSeesAndHears(person, 1);
      const expected = { people: [ann, ben], reasons: [/network/i, /your network/i] } as const;
      await interruptNetwork(expected, network.goOffline, network.restore);
    });
  });
});
