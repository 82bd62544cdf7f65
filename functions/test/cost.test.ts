// What the functions that a schedule starts cost in Firestore. docs/cost.md repeats the figures.
import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { Timestamp } from "firebase-admin/firestore";
import db from "../src/firebase/firebase.ts";
import { checkSite } from "../src/self-check/self-check.ts";
import { openSite } from "./self-check/site.ts";
import { operations } from "./stage/hooks.ts";
import { linesOf } from "./stage/log.ts";
import { changeRoom, createRoom } from "./stage/meeting.ts";

const dayMs = 24 * 60 * 60_000;

async function costOf(task: () => Promise<unknown>): Promise<number[]> {
  const { reads, writes, deletes } = operations;
  await task();
  return [operations.reads - reads, operations.writes - writes, operations.deletes - deletes];
}

/** The cells of a row of docs/cost.md after the first. */
async function cellsOf(row: string): Promise<number[]> {
  const text = await readFile(new URL("../../docs/cost.md", import.meta.url), "utf8");
  const line = text.split("\n").find((found) => found.startsWith(`| ${row} |`)) ?? expect.fail(`no row ${row}`);
  return line
    .split("|")
    .slice(2, -1)
    .map((cell) => Number(cell.trim()));
}

describe("the cost of scheduled functions in docs/cost.md", () => {
  const sweep = () => db.sweep.sweepExpiredRooms(Date.now());

  it("counts a sweep that finds nothing, and each room that it erases", async () => {
    await createRoom();
    await sweep();
    const idle = await costOf(sweep);
    expect((await cellsOf("a sweep")).slice(0, 3)).to.deep.equal(idle);
    const { uuid } = await createRoom();
    await changeRoom(uuid, { expireAt: Timestamp.fromMillis(Date.now() - dayMs) });
    const [reads, writes, deletes] = await costOf(sweep);
    expect(`${reads! - idle[0]!} / ${writes} / ${deletes}`).to.equal((await cellOfMeeting()).trim());
  });

  it("counts a self-check and its requests", async () => {
    const site = await openSite();
    let cost: number[] = [];
    const lines = await linesOf(async () => {
      cost = await costOf(() => checkSite(site.url));
    }, 7);
    site.close();
    const requests = lines.filter(({ event }) => event === "request").length;
    // One more starts the self-check itself.
    expect(await cellsOf("a self-check")).to.deep.equal([...cost, requests + 1]);
  });
});

/** The same for 2, 4 and 8 people. */
async function cellOfMeeting(): Promise<string> {
  const text = await readFile(new URL("../../docs/cost.md", import.meta.url), "utf8");
  const line = text.split("\n").find((found) => found.startsWith("| the sweep |")) ?? expect.fail("no row");
  const [, , ...cells] = line.split("|").slice(0, -1);
  expect(new Set(cells).size, "the same for everybody").to.equal(1);
  return cells[0]!;
}
