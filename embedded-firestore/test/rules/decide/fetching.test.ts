import { expect } from "chai";
import type { Decision, Lookup } from "../../../src/rules/index.ts";
import { compileRules, createAccessBudget } from "../../../src/rules/index.ts";
import { decideIf, inDocuments, lookupOf, requestOf, toDocument } from "../expect.ts";

const AT = "/databases/$(database)/documents";
const isAllowed = (condition: string, lookup: Lookup): boolean => decideIf(condition, {}, lookup).isAllowed;
const users = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, i) => `exists(${AT}/users/u${i + from})`).join(" || ");

describe("get and exists", () => {
  const lookup = lookupOf({ "users/u": { role: "host", friends: ["a"] } });

  it("read a document's data, id and name", () => {
    expect(isAllowed(`get(${AT}/users/u).data.role == 'host'`, lookup)).to.equal(true);
    expect(isAllowed(`get(${AT}/users/u).id == 'u'`, lookup)).to.equal(true);
    expect(isAllowed(`get(${AT}/users/u).__name__ == ${AT}/users/u`, lookup)).to.equal(true);
    expect(isAllowed(`exists(${AT}/users/u) && !exists(${AT}/users/v)`, lookup)).to.equal(true);
    expect(isAllowed(`exists(/databases/(default)/documents/users/u)`, lookup)).to.equal(true);
  });

  it("return null for a missing document", () => {
    expect(isAllowed(`get(${AT}/users/v) == null`, lookup)).to.equal(true);
    expect(isAllowed(`get(${AT}/users/v).data == null`, lookup)).to.equal(false);
  });

  it("see the batch only in their After forms", () => {
    const before = lookupOf({ "users/u": { n: 1 } });
    const after = lookupOf({ "users/u": { n: 2 }, "users/v": {} });
    const both: Lookup = { get: before.get, getAfter: after.get };
    expect(isAllowed(`get(${AT}/users/u).data.n == 1 && getAfter(${AT}/users/u).data.n == 2`, both)).to.equal(true);
    expect(isAllowed(`!exists(${AT}/users/v) && existsAfter(${AT}/users/v)`, both)).to.equal(true);
  });

  it("reject paths that are not documents of this database", () => {
    const asked = lookupOf({});
    for (const path of [
      "/users/u",
      `${AT}/users`,
      AT,
      "/databases/other/documents/users/u",
      "'users/u'",
      "path('users/u')",
    ]) {
      expect(isAllowed(`exists(${path}) || !exists(${path})`, asked), path).to.equal(false);
    }
    expect(asked.asked).to.deep.equal([]);
  });

  it("never let data change the path to another document", () => {
    const auth = { uid: "u/private/secret", token: {} };
    const lookup = lookupOf({ "users/u/private/secret": {} });
    const decision = decideIf(`exists(${AT}/users/$(request.auth.uid))`, { auth }, lookup);
    expect(decision.isAllowed).to.equal(false);
    expect(lookup.asked).to.deep.equal([]);
  });
});

describe("the limit of fetched documents", () => {
  it("is 10 for one decision", () => {
    const lookup = lookupOf({ "users/u9": {}, "users/u10": {} });
    expect(isAllowed(users(10), lookup)).to.equal(true);
    expect(isAllowed(users(11), lookupOf({ "users/u10": {} }))).to.equal(false);
  });

  it("is 10 for each write of a batch, whatever the batch has left", () => {
    const decide = (count: number): boolean =>
      compileRules(inDocuments(`match /rooms/{r} { allow read: if !(${users(count)}); }`)).decide(
        requestOf(),
        lookupOf({}),
        createAccessBudget(20),
      ).isAllowed;
    expect([decide(10), decide(11)]).to.deep.equal([true, false]);
  });

  it("cannot be bypassed with || or another allow", () => {
    expect(isAllowed(`(${users(11)}) || true`, lookupOf({}))).to.equal(false);
    const source = inDocuments(`match /rooms/{r} { allow read: if ${users(11)}; allow read: if true; }`);
    expect(compileRules(source).decide(requestOf(), lookupOf({})).isAllowed).to.equal(false);
  });

  it("does not count repeats, nor get and exists of the same document", () => {
    const lookup = lookupOf({ "users/u": {} });
    const repeated = Array.from({ length: 30 }, () => `exists(${AT}/users/u) && get(${AT}/users/u) != null`).join(
      " && ",
    );
    expect(isAllowed(repeated, lookup)).to.equal(true);
    expect(lookup.asked).to.deep.equal(["users/u"]);
  });

  it("is 20 for the writes of a batch together", () => {
    const ruleset = compileRules(
      inDocuments(
        `match /rooms/{r} { allow update: if r == 'a' ? !(${users(8)}) : r == 'b' ? !(${users(8, 8)}) : r == 'c' ? !(${users(4, 16)}) : !(${users(1, 20)}); }`,
      ),
    );
    const budget = createAccessBudget(20);
    const lookup = lookupOf({});
    const decide = (id: string): Decision =>
      ruleset.decide(
        requestOf({ method: "update", path: `rooms/${id}`, resource: toDocument(`rooms/${id}`, {}) }),
        lookup,
        budget,
      );
    expect(["a", "b", "c", "a"].map((id) => decide(id).isAllowed)).to.deep.equal([true, true, true, true]);
    expect(lookup.asked).to.have.length(20);
    const denied = decide("d");
    expect(denied.isAllowed).to.equal(false);
    if (!denied.isAllowed) expect(denied.explanation).to.contain("more than 20 documents");
  });
});
