import { expect } from "chai";
import { compileRules } from "../../../src/rules/index.ts";
import { decideIf, decideWithFunctions, inDocuments, toDocument } from "../expect.ts";
import { doubled, expectCheap } from "./bounded-work.ts";

describe("work is bounded", () => {
  it("for lists that contain themselves twice", () =>
    expectCheap(() => {
      expect(decideWithFunctions(doubled("[1]", "[x, x]"), "big() == big()")).to.equal(false);
      expect(decideWithFunctions(doubled("[1]", "[x, x]"), "big().toSet().size() > 0")).to.equal(false);
      expect(decideWithFunctions(doubled("[1]", "x.concat(x)"), "big().size() > 0")).to.equal(false);
      expect(decideWithFunctions(doubled("{'a': 1}", "{'a': x, 'b': x}"), "big() == big()")).to.equal(false);
    }));
  it("for patterns that come with a document", () =>
    expectCheap(() => {
      for (const pattern of [
        "(".repeat(50_000),
        "a{1000}".repeat(2000),
        "[a-z]{0,1000}".repeat(200),
        "x".repeat(900_000),
        "{1}".repeat(300_000),
      ]) {
        const resource = toDocument("rooms/abc", { pattern });
        expect(decideIf("'a'.matches(resource.data.pattern)", { resource }).isAllowed).to.equal(false);
      }
    }));
  it("for large documents", () =>
    expectCheap(() => {
      const resource = toDocument("rooms/abc", { list: Array.from({ length: 100_000 }, (_, i) => i) });
      expect(
        decideIf("resource.data.list.toSet().size() == 100000 && !(-1 in resource.data.list)", { resource }).isAllowed,
      ).to.equal(true);
      const quadratic = Array.from({ length: 300 }, (_, i) => `!(${-i - 1} in resource.data.list)`).join(" && ");
      expect(decideIf(quadratic, { resource }).isAllowed).to.equal(false);
    }));
  it("for long and deep sources", () =>
    expectCheap(() => {
      for (const piece of [
        "(",
        "[",
        "{",
        "!",
        "-",
        "true || ",
        "a.",
        "a[",
        "f(",
        "true ? ",
        "$(",
        "/a",
        "/$(",
        "/*",
        "'",
        "match /a {",
        "1 + ",
      ]) {
        const source = inDocuments(`match /a/{b} { allow read: if ${piece.repeat(20_000)}`);
        expect(() => compileRules(source), piece).to.throw();
      }
    }));
});
