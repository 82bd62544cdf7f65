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
  /** Resolves when it has printed the line. */
  waitFor(line: string): Promise<string>;
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

  async function start(link: string, name: string): Promise<Example> {
    const child = spawn(process.execPath, ["--import", "tsx", join(root, "examples", "meet.ts"), link, name], {
      cwd: root,
    });
    running.add(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk));
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    const waitFor = (line: string) =>
      eventually(
        `${name}: ${line}`,
        () => Promise.resolve(output),
        (text) => text.split("\n").includes(line),
      );
    await waitFor("In the room.");
    return {
      waitFor,
      say: (text) => void child.stdin.write(`${text}\n`),
      leave() {
        child.stdin.end();
        return ended;
      },
    };
  }

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
        const heard = /: Is there somebody\?$/m;
        await eventually(
          "the line",
          () => example.waitFor("In the room."),
          (text) => heard.test(text),
        );
        example.say("A program");
        await waitForChat(person.page, ["Is there somebody?", "A program"]);
        expect(await example.leave()).to.equal(0);
        await waitForTiles(person.page, 0);
        expectNoErrorsOrForeignRequests(person);
      }));
  }
});
