// A way to Firestore for one person alone, so that only this person can lose it.
import { startProxy, type Proxy } from "./proxy.ts";
import type { Person } from "../browser.ts";
import type { PersonOptions } from "../contexts.ts";
import { getSystem } from "../system.ts";

/** The page's Content-Security-Policy knows the common way only. */
export const ownFirestore: PersonOptions = { bypassCSP: true };

/** Call it before the person opens a page, and close the proxy after the test. */
export async function giveOwnFirestore({ context }: Person): Promise<Proxy> {
  const proxy = await startProxy((await getSystem()).ports.firestore);
  await context.route("**/config.json", async (route) => {
    const config = (await (await route.fetch()).json()) as { emulators: { firestore: { port: number } } };
    config.emulators.firestore.port = proxy.port;
    await route.fulfill({ json: config });
  });
  return proxy;
}
