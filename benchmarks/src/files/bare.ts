// The yardstick: the same number of bytes over a bare data channel between two pages.
import { servePage } from "../pages/serve-page.ts";
import { openProfile } from "./profile.ts";

interface Bulk extends Window {
  prepare(role: "sender" | "receiver"): Promise<void>;
  receive(message: string): Promise<void>;
  isReady(): boolean;
  send(bytes: number): Promise<void>;
  measure(bytes: number): Promise<number>;
}

/** Resolves to ms. */
export async function sendOverBareChannel(bytes: number): Promise<number> {
  const served = await servePage("bulk.ts");
  const profiles = [await openProfile(served.url), await openProfile(served.url)] as const;
  const [sender, receiver] = [profiles[0].page, profiles[1].page];
  try {
    for (const [page, other] of [
      [sender, receiver],
      [receiver, sender],
    ] as const) {
      await page.exposeFunction("sendToRemote", (text: string) => {
        void other.evaluate((message) => (window as unknown as Bulk).receive(message), text).catch(() => undefined);
      });
      await page.goto(served.url);
    }
    await receiver.evaluate(() => (window as unknown as Bulk).prepare("receiver"));
    await sender.evaluate(() => (window as unknown as Bulk).prepare("sender"));
    for (const page of [sender, receiver]) await page.waitForFunction(() => (window as unknown as Bulk).isReady());
    const measured = receiver.evaluate((count) => (window as unknown as Bulk).measure(count), bytes);
    await sender.evaluate((count) => (window as unknown as Bulk).send(count), bytes);
    return await measured;
  } finally {
    for (const profile of profiles) await profile.close();
    await served.close();
  }
}
