import { randomUUID } from "node:crypto";
import { expect } from "chai";
import {
  countKnownUsers,
  isKnownUser,
  listKnownUsers,
  addKnownUser,
} from "../../../src/firebase/admission/known-users.ts";

const nobody: Buffer = Buffer.alloc(0);
const addGuest = (known: Buffer, userID: string) => addKnownUser(known, userID, "guest");

describe("who has been in a room", () => {
  it("is remembered in the order of arrival", () => {
    const users = Array.from({ length: 40 }, () => randomUUID());
    const known = users.reduce(addGuest, nobody);
    expect(listKnownUsers(known)).to.deep.equal(users);
    expect(countKnownUsers(known)).to.equal(40);
    expect(users.every((user) => isKnownUser(known, user))).to.equal(true);
    expect([isKnownUser(known, randomUUID()), isKnownUser(nobody, users[0]!)]).to.deep.equal([false, false]);
  });

  it("does not match across the end of one ID and the start of the next", () => {
    const known = [`${"0".repeat(8)}-0000-4000-8000-0000000000ab`, `cd${"0".repeat(6)}-0000-4000-8000-000000000000`];
    const bytes = known.reduce(addGuest, nobody);
    for (let start = 1; start < 16; start += 1) {
      const hex = bytes.toString("hex", start, start + 16);
      expect(isKnownUser(bytes, hex), hex).to.equal(false);
    }
  });

  it("has no more entries than fit into a document", () => {
    const full = Buffer.alloc(30_000 * 16);
    expect(() => addKnownUser(full, randomUUID(), "guest")).to.throw("takes no new ones");
    expect(countKnownUsers(addKnownUser(full, randomUUID(), "host"))).to.equal(countKnownUsers(full) + 1);
  });
});
