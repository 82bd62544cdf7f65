// Takes Firestore from people who each have a way to it of their own.
import type { Person } from "../support/browser.ts";
import { giveOwnFirestore } from "../support/network/own-firestore.ts";
import type { Proxy } from "../support/network/proxy.ts";

/** For the `describe` of a suite: what it gives to people is closed after each test. */
export function useOwnFirestore(): (person: Person) => Promise<Proxy> {
  let proxies: Proxy[] = [];
  afterEach(async () => {
    await Promise.all(proxies.map((proxy) => proxy.close()));
    proxies = [];
  });
  return async (person) => {
    const proxy = await giveOwnFirestore(person);
    proxies.push(proxy);
    return proxy;
  };
}

export async function loseFirestore(...offline: (readonly [Person, Proxy])[]): Promise<void> {
  for (const [, proxy] of offline) proxy.refuse();
  for (const [{ page }] of offline) await page.getByTestId("signalling-lost").waitFor();
}
