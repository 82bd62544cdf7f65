import { expect } from "chai";
import { decideIf, decideWithFunctions, listIf, toDocument, toValue } from "../expect.ts";
import { doubled, expectCheap } from "./bounded-work.ts";

describe("work is bounded", () => {
  it("for strings that double", () =>
    expectCheap(() => expect(decideWithFunctions(doubled("'ab'", "x + x"), "big() != ''")).to.equal(false)));
  it("for the explanation of such values", () =>
    expectCheap(() => expect(decideWithFunctions(doubled("[1]", "[x, x]"), "big() is string")).to.equal(false)));
  it("for regular expressions that backtrack elsewhere", () =>
    expectCheap(() => {
      const resource = toDocument("rooms/abc", { text: "a".repeat(100_000) });
      for (const pattern of [
        "(a*)*b",
        "(a|aa)+$b",
        "(a+)+(a+)+c",
        "(?:a|b)*a(?:a|b){900}c",
        "((a{0,100}){0,10}){0,10}b",
      ]) {
        decideIf(`!resource.data.text.matches('${pattern}')`, { resource });
        decideIf(`resource.data.text.replace('${pattern}', 'x') == ''`, { resource });
        decideIf(`resource.data.text.split('${pattern}') == []`, { resource });
      }
    }));
  it("for deep documents, claims and filters", () =>
    expectCheap(() => {
      let nested: unknown = 1;
      let filter: object = { fieldFilter: { field: { fieldPath: "x" }, op: "EQUAL", value: toValue(1) } };
      for (let i = 0; i < 20_000; i++) {
        nested = { n: nested };
        filter = { compositeFilter: { op: "AND", filters: [filter] } };
      }
      const auth = { uid: "u", token: { nested } };
      expect(decideIf("request.auth.token.none == 1", { auth }).isAllowed).to.equal(false);
      expect(listIf("resource.data.x == 2", { where: filter }).isAllowed).to.equal(false);
    }));
});
