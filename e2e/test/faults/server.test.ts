// The servers go away and come back while people talk: what is between browsers is not touched, and who comes later gets in later.
import { expect } from "chai";
import { openPerson, withPeople, type Person } from "../support/browser.ts";
import { connect, expectSeesAndHears, meet, openLink, openStart } from "../support/meeting.ts";
import { expectUnbrokenMedia } from "../support/steadiness.ts";
import { getSystem, useSystem } from "../support/system.ts";
import { reportTime } from "../support/report.ts";
import { startProxy, type Proxy } from "./proxy.ts";

const outageMs = 10_000;
/** It takes 8 s; the rest is for a machine that is busy. */
const noticeWithinMs = 20_000;

/** A line to Hosting, and through it to the functions, for those who open the client by its address. */
async function withHostingLine(body: (line: Proxy) => Promise<void>): Promise<void> {
  const line = await startProxy((await getSystem()).ports.hosting);
  try {
    await body(line);
  } finally {
    await line.close();
  }
}

/** The start screen fetches the room's screen once it is idle: on a busy machine long after it is shown. */
async function waitForRoomScreen({ page }: Person): Promise<void> {
  await page.waitForFunction(() => {
    // An entry appears when its file has arrived.
    const names = performance.getEntriesByType("resource").map(({ name }) => name);
    return [/\/RoomView-[^/]*\.js$/, /\/RoomView-[^/]*\.css$/, /\/client-[^/]*\.js$/].every((part) =>
      names.some((name) => part.test(name)),
    );
  });
}

async function expectThirdGetsIn(link: string, ann: Person, ben: Person): Promise<void> {
  const cat = await openPerson();
  try {
    await openLink(cat, link);
    await connect(cat);
    for (const person of [ann, ben, cat]) await expectSeesAndHears(person, 2);
  } finally {
    await cat.context.close();
  }
}

describe("a server that goes away during a call", () => {
  useSystem();

  let firestoreLine: Proxy;

  before(async () => {
    ({ firestoreLine } = await getSystem());
  });

  afterEach(() => firestoreLine.heal());

  for (const how of ["cut", "swallow"] as const) {
    it(`Firestore gone (${how}): media goes on, the interface says so until it is back, a third joins then`, () =>
      withPeople(2, async (ann, ben) => {
        const link = await meet(ann, ben);
        for (const person of [ann, ben]) await expectSeesAndHears(person, 1);
        const notes = [ann, ben].map(({ page }) => page.getByTestId("signalling-lost"));
        for (const note of notes) expect(await note.count()).to.equal(0);
        firestoreLine[how]();
        const lostAtMs = Date.now();
        const told = Promise.all(notes.map((note) => note.waitFor({ timeout: noticeWithinMs })));
        const reported = told.then(() => reportTime(`Firestore gone (${how}): both told after`, lostAtMs));
        await expectUnbrokenMedia([ann, ben], 1, outageMs, reported);
        firestoreLine.heal();
        const healedAtMs = Date.now();
        await Promise.all(notes.map((note) => note.waitFor({ state: "detached", timeout: noticeWithinMs })));
        reportTime("Firestore back: both notes gone after", healedAtMs);
        await expectThirdGetsIn(link, ann, ben);
        reportTime("three see each other after", healedAtMs);
      }));
  }

  it("Hosting and functions cut off: media goes on; who comes meanwhile is told, and gets in by Retry", () =>
    withHostingLine((line) =>
      withPeople(
        Array.from({ length: 3 }, () => ({ origin: line.origin })),
        async (ann, ben, cat) => {
          const link = await meet(ann!, ben!);
          for (const person of [ann!, ben!]) await expectSeesAndHears(person, 1);
          // Whoever has nothing of the client yet sees the browser's own page: this one has it.
          await openStart(cat!);
          await waitForRoomScreen(cat!);
          line.cut();
          const meanwhile = async () => {
            await cat!.page.evaluate(
              (address) => {
                history.pushState(null, "", address);
                dispatchEvent(new PopStateEvent("popstate"));
              },
              new URL(link).pathname + new URL(link).hash,
            );
            await cat!.page.getByTestId("popup").waitFor();
            expect(await cat!.page.getByTestId("popup").getAttribute("data-code")).to.equal("network");
          };
          await expectUnbrokenMedia([ann!, ben!], 1, outageMs, meanwhile());
          line.heal();
          const healedAtMs = Date.now();
          await cat!.page.getByTestId("popup-retry").click();
          await cat!.page.getByTestId("lobby").waitFor();
          await connect(cat!);
          for (const person of [ann!, ben!, cat!]) await expectSeesAndHears(person, 2);
          reportTime("Hosting back: three see each other after", healedAtMs);
        },
      ),
    ));

  it("Firestore slow by 150 ms each way: two meet all the same", () =>
    withPeople(2, async (ann, ben) => {
      firestoreLine.delay(150);
      const askedAtMs = Date.now();
      await meet(ann, ben);
      for (const person of [ann, ben]) await expectSeesAndHears(person, 1);
      reportTime("Firestore slow by 150 ms each way: from the start screen to both seeing", askedAtMs);
    }));
});
