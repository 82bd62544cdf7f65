// A room inside another site, shown by the very code of the documentation: what the page around it
// can do, what it is told, and what it is not.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { withPeople, type Person } from "../support/browser.ts";
import { eventually } from "../support/eventually.ts";
import { connect, createRoom, waitForTiles } from "../support/meeting.ts";
import { getSystem, useSystem } from "../support/system.ts";
import { readEmbedExample, withEmbedder } from "./embedder.ts";

/** What the page around the frame is told, from now on: `[name, detail]`. */
async function recordEvents(page: Page): Promise<() => Promise<[string, Record<string, unknown>][]>> {
  await page.addInitScript(() => {
    const told: unknown[] = [];
    Object.assign(window, { told });
    const { dispatchEvent } = EventTarget.prototype;
    EventTarget.prototype.dispatchEvent = function (event) {
      if (event.type.startsWith("meetogram-")) told.push([event.type.slice(10), (event as CustomEvent).detail]);
      return dispatchEvent.call(this, event);
    };
  });
  return () => page.evaluate(() => (window as unknown as { told: [string, Record<string, unknown>][] }).told);
}

async function openEmbedder({ page, context }: Person, origin: string): Promise<void> {
  await context.grantPermissions(["camera", "microphone"], { origin });
  await page.goto(origin);
}

describe("a room inside another site", () => {
  useSystem();

  it("is commanded by the element, and tells how the call goes, but nothing that is in it", () =>
    withPeople([{}, { locale: "en-US" }], async (ann, ben) => {
      const link = await createRoom(ann!);
      await connect(ann!);
      await withEmbedder(await readEmbedExample("element", link, "/docs/embed/"), async (origin) => {
        const { page } = ben!;
        const read = await recordEvents(page);
        const see = (type: string, detail: object) =>
          eventually(`the event ${type} ${JSON.stringify(detail)}`, read, (told) =>
            told.some((one) => one[0] === type && JSON.stringify(one[1]) === JSON.stringify(detail)),
          );
        const room = page.locator("meetogram-room");
        await openEmbedder(ben!, origin);
        await see("ready", { version: 1 });
        // A press by the pointer may hit the frame, while its place on the page is still settling.
        await page.locator("#join").press("Enter");
        await see("joined", {});
        await see("participants", { count: 2 });
        await see("state", { microphone: false, camera: false, screen: false });
        expect(await page.locator("#people").innerText()).to.equal("2 in the call");
        await waitForTiles(ann!.page, 1);
        await ann!.page.getByText("Anna", { exact: true }).first().waitFor();

        // Nobody has pressed in the frame, so nothing is switched on.
        await room.evaluate((element: HTMLElement & { unmute(): void }) => element.unmute());
        await see("error", { code: "needs-press", command: "unmute" });
        await room.evaluate((element: HTMLElement & { share(): void }) => element.share());
        await see("error", { code: "needs-press", command: "share" });

        const frame = page.frameLocator("meetogram-room iframe");
        await frame.getByTestId("toggle-camera").click();
        await see("state", { microphone: false, camera: true, screen: false });
        await room.evaluate((element: HTMLElement & { unmute(): void }) => element.unmute());
        await see("state", { microphone: true, camera: true, screen: false });

        await room.evaluate((element: HTMLElement & { sendChat(text: string): void }) =>
          element.sendChat("hello from the shop"),
        );
        await ann!.page.getByText("hello from the shop").first().waitFor();
        await ann!.page.getByTestId("chat").click();
        await ann!.page.getByRole("textbox").first().fill("a secret answer");
        await ann!.page.keyboard.press("Enter");
        await see("chat", { unread: 1 });

        await room.evaluate((element: HTMLElement & { leave(): void }) => element.leave());
        await see("left", { reason: "left" });
        const told = JSON.stringify(await read());
        expect(told).not.to.include("secret").and.not.include(new URL(link).hash.slice(1));
      });
    }));

  it("speaks to the first handshake of its own parent only", () =>
    withPeople([{}, { locale: "en-US" }], async (ann, ben) => {
      const link = await createRoom(ann!);
      await withEmbedder(await readEmbedExample("frame", link, "/docs/ru/embed/"), async (origin) => {
        const { page } = ben!;
        await openEmbedder(ben!, origin);
        const events = page.locator("#events");
        await events.getByText('{"type":"ready","version":1}').waitFor();
        // Another handshake, and one by another frame of the same page, get no answer.
        await page.evaluate(() => {
          const frame = document.querySelector("iframe")!.contentWindow!;
          const other = document.body.appendChild(document.createElement("iframe")).contentWindow!;
          const channels = [new MessageChannel(), new MessageChannel()] as const;
          const answers: unknown[] = [];
          Object.assign(window, { answers });
          for (const { port1 } of channels) {
            port1.onmessage = ({ data }) => answers.push(data);
            port1.postMessage({ type: "leave" });
          }
          const hello = { type: "meetogram-connect", version: 1 };
          frame.postMessage(hello, "*", [channels[0].port2]);
          // The sender is the window whose script runs.
          const post = (other as unknown as { Function: FunctionConstructor }).Function(
            "frame, message, port",
            "frame.postMessage(message, '*', [port])",
          ) as (...values: unknown[]) => void;
          post(frame, hello, channels[1].port2);
        });
        await page.locator("#join").press("Enter");
        await events.getByText('{"type":"joined"}').waitFor();
        expect(await page.evaluate(() => (window as unknown as { answers: unknown[] }).answers)).to.deep.equal([]);
        expect((await events.innerText()).match(/"joined"/g)).to.have.length(1);
      });
    }));

  it("is shown to nobody whom the operator has not named", () =>
    withPeople([{}, { locale: "en-US" }], async (ann, ben) => {
      const link = await createRoom(ann!);
      const { page } = ben!;
      const { url } = await getSystem();
      // Opened by its number, the same server is another origin, which nobody has named.
      await withEmbedder(await readEmbedExample("frame", link, "/docs/embed/"), async (origin) => {
        const refused = page.waitForEvent("console", (message) => message.text().includes("frame-ancestors"));
        await page.goto(origin.replace("localhost", "127.0.0.1"));
        await refused;
        expect(await page.locator("#events").innerText()).to.equal("");
        expect(page.frames().filter((frame) => frame.url().startsWith(url))).to.have.length(0);
      });
    }));
});
