// Silences that last longer than the client keeps a connection: it closes the connection and keeps
// the seat. They last 30 s. `SILENCE_SECONDS=300` makes them longer, for a run by hand.
import { expect } from "chai";
import { fakeDevices } from "../../../scripts/system/browsers/launch-chromium.ts";
import { withBrowser, withPeople, type Person } from "../support/browser.ts";
import { expectSeesAndHears, meet } from "../support/meeting.ts";
import { findRenderers, signalProcesses } from "../support/device/processes.ts";
import { waitForFrames } from "../support/media.ts";
import { useSystem } from "../support/system.ts";
import { listSeenParticipants, goneAtMs, rangeOfTiles, readTileSnapshots, recordTiles } from "../support/tiles.ts";
import { controlNetwork } from "../support/network/network.ts";
import { reportTime } from "../support/report.ts";

const silenceMs = Number(process.env["SILENCE_SECONDS"] ?? 30) * 1_000;

/**
 * Ben is silent until Ann closes the connection. Then he is back as the same participant, and
 * nobody pressed anything.
 */
async function expectReturn(
  people: readonly [Person, Person],
  interrupt: () => Promise<void>,
  restore: () => Promise<void>,
) {
  const [ann] = people;
  for (const person of people) await expectSeesAndHears(person, 1);
  await recordTiles(ann.page);
  const interruptedAtMs = Date.now();
  await interrupt();
  try {
    const silence = ann.page.getByTestId("tile-silent");
    await silence.waitFor();
    // No tile, or a tile "connecting" where the server still reports the remote participant.
    await silence.waitFor({ state: "detached" });
    const snapshots = await readTileSnapshots(ann.page);
    reportTime(
      "connection closed after",
      interruptedAtMs,
      goneAtMs(snapshots, ({ status }) => status === "silent"),
    );
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, interruptedAtMs + silenceMs - Date.now())));
  } finally {
    await restore();
  }
  const backAtMs = Date.now();
  await Promise.all(people.map((person) => waitForFrames(person)));
  reportTime("frames for both, after the return:", backAtMs);
  for (const person of people) await expectSeesAndHears(person, 1);
  const snapshots = await readTileSnapshots(ann.page);
  expect(listSeenParticipants(snapshots), "the same participant").to.have.lengthOf(1);
  expect(rangeOfTiles(snapshots).max).to.equal(1);
}

describe(`a silence of ${silenceMs / 1_000} s`, () => {
  useSystem();

  it("of one person's whole network: both recover when it returns", () =>
    withPeople(2, async (ann, ben) => {
      const network = await controlNetwork(ben.page);
      await meet(ann, ben);
      await expectReturn([ann, ben], network.goOffline, network.restore);
    }));

  it("of the network between the two only: both recover when it returns", () =>
    withPeople(2, async (ann, ben) => {
      const network = await controlNetwork(ben.page);
      await meet(ann, ben);
      await expectReturn([ann, ben], network.dropPackets, network.restore);
    }));

  it("of a sleeping device: both recover when it wakes", () =>
    withBrowser([fakeDevices()], (browser) =>
      withPeople([{}, { browser }], async (ann, ben) => {
        await meet(ann!, ben!);
        const renderers = await findRenderers(browser);
        const signal = (name: "SIGSTOP" | "SIGCONT") => async () => signalProcesses(renderers, name);
        await expectReturn([ann!, ben!], signal("SIGSTOP"), signal("SIGCONT"));
      }),
    ));
});
