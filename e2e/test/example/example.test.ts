// The example of docs/write-a-client.md, as people run it: with itself, and with the site.
import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { join } from "node:path";
import { expect } from "chai";
import { seedRoom } from "../../../scripts/system/seed.ts";
import { root } from "../../../scripts/system/start-system.ts";
import { openChat, waitForChat, writeMessage } from "../chat/write-and-read.ts";
import { withPeople } from "../support/browser.ts";
import { eventually } from "../support/eventually.ts";
import { connect, expectNoErrorsOrForeignRequests, openLink, waitForTiles } from "../support/meeting.ts";
import { getSystem, useSystem } from "../support/system.ts";

interface Example {
  say(text: string): void;
  /** Resolves when it has printed the line, to all that it has printed. */
  waitFor(line: string | RegExp): Promise<string>;
  /** Ends its input, which makes it leave. Resolves to its exit code. */
  leave(): Promise<number | null>;
}

describe("the example of another client", () => {
  useSystem();
  const running = new Set<ChildProcessWithoutNullStreams>();
  afterEach(() => running.forEach((child) => child.kill("SIGKILL")));

  async function createLink(): Promise<string> {
    const { url, ports } = await getSystem();
    return seedRoom({ url, firestorePort: ports.firestore });
  }

  function run(link: string, name: string): Example {
    const child = spawn(process.execPath, ["--import", "tsx", join(root, "examples", "meet.ts"), link, name], {
      cwd: root,
    });
    running.add(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk));
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    const waitFor = (line: string | RegExp) =>
      eventually(
        `${name}: ${line}`,
        () => Promise.resolve(output),
        (text) => (typeof line === "string" ? text.split("\n").includes(line) : line.test(text)),
      );
    return {
      waitFor,
      say: (text) => void child.stdin.write(`${text}\n`),
      leave() {
        child.stdin.end();
        return ended;
      },
    };
  }

  async function start(link: string, name: string): Promise<Example> {
    const example = run(link, name);
    await example.waitFor("In the room.");
    return example;
  }

  it("says why it does not get in", async () => {
    const damaged = (await createLink()).slice(0, -1);
    const example = run(damaged, "Ann");
    await example.waitFor(/^Not in the room: link-damaged\./m);
    expect(await example.leave()).to.equal(1);
  });

  it("meets another one, and both read what the other says", async () => {
    const link = await createLink();
    const ann = await start(link, "Ann");
    const ben = await start(link, "Ben");
    await Promise.all([ann.waitFor("Ben is here."), ben.waitFor("Ann is here.")]);
    ann.say("Hello, Ben");
    await ben.waitFor("Ann: Hello, Ben");
    ben.say("Hello, Ann");
    await ann.waitFor("Ben: Hello, Ann");
    expect(await Promise.all([ann.leave(), ben.leave()])).to.deep.equal([0, 0]);
  });

  for (const isFirst of [true, false]) {
    const title = isFirst ? "whose page begins the connection" : "to whose page it begins the connection";
    it(`meets a person ${title}`, () =>
      withPeople(1, async (person) => {
        const link = await createLink();
        const early = isFirst ? await start(link, "Node") : null;
        await openLink(person, link);
        await connect(person);
        const example = early ?? (await start(link, "Node"));
        await waitForTiles(person.page, 1);
        // Earlier, a message reaches nobody.
        await person.page.locator('[data-testid="tile"][data-status="connected"]').getByText("Node").first().waitFor();
        await openChat(person);
        await writeMessage(person, "Is there somebody?");
        await example.waitFor(/: Is there somebody\?$/m);
        example.say("A program");
        await waitForChat(person.page, ["Is there somebody?", "A program"]);
        expect(await example.leave()).to.equal(0);
        await waitForTiles(person.page, 0);
        expectNoErrorsOrForeignRequests(person);
      }));
  }
});
