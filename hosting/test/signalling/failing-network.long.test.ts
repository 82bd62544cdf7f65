// Firestore signalling over a failing network, in real seconds: what the SDK does in them, and how
// long a person waits for the report.
import { expect } from "chai";
import { systemClock } from "../../src/platform/clock.ts";
import { createManualClock } from "../platform/manual-clock.ts";
import { failures, loseAndReturn, setUpFailingNetwork } from "./failing-network.ts";

describe("Firestore signalling over a network that fails, in real time", () => {
  const network = setUpFailingNetwork(() => ({ networkClock: systemClock, clock: createManualClock() }));

  for (const [how, fail] of failures) {
    it(`reports the loss and the return of the server: ${how} network`, async function () {
      const { lostAfterMs, backAfterMs } = await loseAndReturn(network, fail, {
        clock: systemClock,
        untilLost: () => network.untilReported(false),
        untilBack: () => network.untilReported(true),
      });
      const figures = [lostAfterMs, backAfterMs].map((ms) => (ms / 1_000).toFixed(1));
      process.stdout.write(`        lost after ${figures[0]} s, back after ${figures[1]} s\n`);
    });
  }

  it("sends nothing but a probe every 4 s while nothing happens", async function () {
    await new Promise((resolve) => setTimeout(resolve, 9_000));
    expect(network.probes.length).to.be.within(1, 3);
    expect(network.changes).to.deep.equal([]);
    expect(network.reports).to.deep.equal([]);
  });
});
