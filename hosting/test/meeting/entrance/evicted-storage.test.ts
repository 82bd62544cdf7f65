// Safari erases what a script has stored when nobody has used the site for seven days of browsing.
// A page that was left open, or is opened again, then finds nothing of what it had written.
import { expect } from "chai";
import { readHostKey, writeHostKey } from "../../../src/meeting/entrance/host-key.ts";
import { useIdentity } from "../../../src/meeting/entrance/useIdentity.ts";
import { findRecent, readRecent, rememberRoom, wantRecent } from "../../../src/recent/recent-rooms.ts";

const names = ["localStorage", "sessionStorage"] as const;
const uuid = "1b4e28ba-2fa1-4d2a-883f-0016d3cca427";
const ids = ["9b2f3c64-5717-4562-b3fc-2c963f66afa6", "0e0a7c3e-6a40-4f2c-9a55-64b1f9a3a1aa"];

describe("storage that the browser has erased", () => {
  const originals = names.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  const stores = new Map<string, Map<string, string>>();
  const evict = () => stores.forEach((values) => values.clear());

  before(() => {
    for (const name of names) {
      const values = new Map<string, string>();
      stores.set(name, values);
      const value = {
        getItem: (key: string) => values.get(key) ?? null,
        setItem: (key: string, text: string) => void values.set(key, text),
        removeItem: (key: string) => void values.delete(key),
      };
      Object.defineProperty(globalThis, name, { value, configurable: true });
    }
  });

  after(() => {
    for (const [name, original] of originals) {
      if (original === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, original);
    }
  });

  it("makes this browser a new user, and the next request asks for one", async () => {
    const given = [...ids];
    const source = { generateID: async () => ({ userID: given.shift()! }) };
    const { signal } = new AbortController();
    const { fetchUserID, readSession } = useIdentity();
    expect(await fetchUserID(source, signal)).to.equal(ids[0]);
    const session = readSession();
    evict();
    expect(await fetchUserID(source, signal)).to.equal(ids[1]);
    expect(await fetchUserID(source, signal)).to.equal(ids[1]);
    expect(readSession())
      .to.match(/^[0-9a-f-]{36}$/)
      .and.not.equal(session);
  });

  it("makes a host a guest, and the list of rooms empty and unwanted, without an error", () => {
    wantRecent();
    writeHostKey(uuid, "key");
    const times = { seenAtMs: Date.now(), expiresAtMs: Date.now() + 60_000 };
    rememberRoom({ uuid, path: `/r/${uuid}#key`, isHost: true, hostKey: "key", ...times });
    expect(readHostKey(uuid)).to.equal("key");
    evict();
    expect(readHostKey(uuid)).to.equal(undefined);
    expect([readRecent(), findRecent(uuid)]).to.deep.equal([null, null]);
    rememberRoom({ uuid, path: `/r/${uuid}#key`, isHost: false, hostKey: null, ...times });
    expect(readRecent()).to.equal(null);
  });
});
