import { expect } from "chai";
import { Timestamp } from "../../../src/firestore/timestamp.ts";
import { toCaller } from "../../../src/caller.ts";
import {
  addFailure,
  delayAfter,
  maxNetworks,
  networkIDs,
  noAttempts,
  waitMs,
  type AttemptsOfRoom,
} from "../../../src/firebase/admission/attempts.ts";

const fresh: AttemptsOfRoom = { salt: "salt", attempts: noAttempts() };
const atHome = toCaller("192.0.2.1");
const elsewhere = toCaller("198.51.100.1");

function failing(room: AttemptsOfRoom, caller: typeof atHome, failures: number, nowMs: number): AttemptsOfRoom {
  return Array.from({ length: failures }).reduce<AttemptsOfRoom>(
    (last) => ({ ...last, ...addFailure(last, caller, nowMs) }),
    room,
  );
}

/** One failure from each of so many networks. */
function failingFromMany(count: number, nowMs: number): AttemptsOfRoom {
  return Array.from({ length: count }, (_, index) => toCaller(`10.0.${index >> 8}.${index & 255}`)).reduce(
    (last, caller) => failing(last, caller, 1, nowMs),
    fresh,
  );
}

describe("attempts at a password", () => {
  it("are free twice, then cause a delay that doubles up to a minute, then a lock-out of 15 minutes", () => {
    expect([1, 2, 3, 4, 5, 8, 9, 10, 500].map((failures) => delayAfter(failures, false))).to.deep.equal([
      0, 0, 1_000, 2_000, 4_000, 32_000, 60_000, 900_000, 900_000,
    ]);
  });

  it("delay their own caller, never others, however many there are", () => {
    const one = failing(fresh, atHome, 500, 10_000);
    expect([waitMs(one, atHome, 10_000), waitMs(one, elsewhere, 10_000)]).to.deep.equal([900_000, 0]);
    const many = failingFromMany(maxNetworks - 1, 10_000);
    expect(waitMs(many, elsewhere, 10_000)).to.equal(0);
  });

  it("are one for each network once the room is attacked from many", () => {
    const attacked = failingFromMany(30, 10_000);
    const tried = failing(attacked, elsewhere, 1, 10_000);
    expect([waitMs(tried, elsewhere, 10_000), waitMs(tried, atHome, 10_000)]).to.deep.equal([900_000, 0]);
  });

  it("delay everybody unknown only when more networks fail than are remembered", () => {
    const crowded = failingFromMany(maxNetworks, 10_000);
    expect(waitMs(crowded, elsewhere, 10_000)).to.equal(60_000);
    expect(waitMs(crowded, elsewhere, 70_000), "a minute later").to.equal(0);
    expect(Object.keys(failing(crowded, elsewhere, 1, 10_001).attempts.byCaller)).to.have.length(maxNetworks);
  });

  it("count for a /48 and for a proxy too, with twenty times the limit", () => {
    const inOneSite = Array.from({ length: 200 }, (_, index) => toCaller(`2001:db8:7:${index.toString(16)}::1`));
    const room = inOneSite.slice(0, 199).reduce((last, caller) => failing(last, caller, 1, 10_000), fresh);
    const newInSite = toCaller("2001:db8:7:ffff::1");
    // It is an attack, so 20 failures of a /48 lock it out.
    expect(waitMs(room, newInSite, 10_000)).to.equal(900_000);
    expect(waitMs(room, toCaller("2001:db8:8::1"), 10_000), "another /48").to.equal(0);
    const forged = Array.from({ length: 20 * 3 }, (_, index) => toCaller(`203.0.113.${index}`, "192.0.2.99"));
    const behind = forged.reduce((last, caller) => failing(last, caller, 1, 10_000), fresh);
    expect(waitMs(behind, toCaller("203.0.113.200", "192.0.2.99"), 10_000)).to.be.above(0);
    expect(waitMs(behind, toCaller("203.0.113.200", "192.0.2.98"), 10_000), "another proxy").to.equal(0);
  });

  it("are followed by a delay from the last one on", () => {
    const secret = failing(fresh, atHome, 4, 10_000);
    expect([10_000, 11_999, 12_000].map((nowMs) => waitMs(secret, atHome, nowMs))).to.deep.equal([2_000, 1, 0]);
  });

  it("are forgotten half an hour after the last one", () => {
    const later = failing(failing(fresh, atHome, 9, 0), atHome, 1, 30 * 60_000).attempts;
    expect([later.all?.failures, ...Object.values(later.byCaller).map(({ failures }) => failures)]).to.deep.equal([
      1, 1,
    ]);
    expect(later.all?.lastAt).to.deep.equal(Timestamp.fromMillis(30 * 60_000));
  });

  it("identify a network without revealing the address, differently in each room", () => {
    const idOf = (salt: string, address: string): string => [...networkIDs({ salt }, toCaller(address)).keys()][0]!;
    const id = idOf("salt", "192.0.2.1");
    expect(id).to.equal(idOf("salt", "192.0.2.1")).and.not.include("192");
    expect(id).not.to.equal(idOf("other", "192.0.2.1"));
    expect(id).not.to.equal(idOf("salt", "192.0.2.2"));
    expect([...networkIDs(fresh, []).keys()], "nobody knows the address").to.deep.equal(["unknown"]);
  });
});
