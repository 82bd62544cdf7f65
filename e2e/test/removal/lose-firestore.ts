// Takes Firestore from people who each have a way to it of their own.
import type { Person } from "../support/browser.ts";
import type { Proxy } from "../faults/proxy.ts";

export async function loseFirestore(...offline: (readonly [Person, Proxy])[]): Promise<void> {
  for (const [, proxy] of offline) proxy.refuse();
  for (const [{ page }] of offline) await page.getByTestId("signalling-lost").waitFor();
}
