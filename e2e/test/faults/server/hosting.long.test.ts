// Hosting and the functions cannot be reached during a call. A newcomer sees why, and gets in
// later.
import { expect } from "chai";
import { withPeople, type Person } from "../../support/browser.ts";
import { connect, expectSeesAndHears, meet, openStart } from "../../support/meeting.ts";
import { reportTime } from "../../support/report.ts";
import { expectUnbrokenMedia } from "../../support/media.ts";
import { getSystem, useSystem } from "../../support/system.ts";
import { outageMs } from "./interrupt-firestore.ts";
import { startProxy, type Proxy } from "../../support/network/proxy.ts";

/** A proxy to Hosting, and through it to the functions. People open the client at its origin. */
async function withHostingProxy(body: (proxy: Proxy) => Promise<void>): Promise<void> {
  const proxy = await startProxy((await getSystem()).ports.hosting);
  try {
    await body(proxy);
  } finally {
    await proxy.close();
  }
}

/** The start screen fetches the room's screen when idle. On a busy machine that is late. */
async function waitForRoomScreen({ page }: Person): Promise<void> {
  // What the screen's own script imports arrives after it.
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(() => {
    // A file has an entry once it has arrived.
    const names = performance.getEntriesByType("resource").map(({ name }) => name);
    return [/\/room-[^/]*\.js$/, /\/room-[^/]*\.css$/, /-room-[^/]*\.js$/].every((part) =>
      names.some((name) => part.test(name)),
    );
  });
}

describe("a server outage during a call", () => {
  useSystem();

  it("Hosting and functions refuse connections: media continues; a newcomer sees why, and gets in by Retry", () =>
    withHostingProxy((proxy) =>
      withPeople(
        Array.from({ length: 3 }, () => ({ origin: proxy.origin })),
        async (ann, ben, cat) => {
          const link = await meet(ann!, ben!);
          for (const person of [ann!, ben!]) await expectSeesAndHears(person, 1);
          // Without the client's files, Cat would see the browser's own error page.
          await openStart(cat!);
          await waitForRoomScreen(cat!);
          proxy.refuse();
          const meanwhile = async () => {
            await cat!.page.evaluate(
              (address) => {
                history.pushState(null, "", address);
                dispatchEvent(new PopStateEvent("popstate"));
              },
              new URL(link).pathname + new URL(link).hash,
            );
            await cat!.page.getByTestId("popup").waitFor();
            expect(await cat!.page.getByTestId("popup").getAttribute("data-code")).to.equal("no-answer");
          };
          await expectUnbrokenMedia([ann!, ben!], 1, outageMs, meanwhile());
          proxy.restore();
          const restoredAtMs = Date.now();
          await cat!.page.getByTestId("popup-retry").click();
          await cat!.page.getByTestId("lobby").waitFor();
          await connect(cat!);
          for (const person of [ann!, ben!, cat!]) await expectSeesAndHears(person, 2);
          reportTime("Hosting back: three see each other after", restoredAtMs);
        },
      ),
    ));
});
