import { expect } from "chai";
import { compileRules } from "../../../src/rules/index.ts";
import { decideIf, decideWithFunctions, inDocuments, lookupOf, requestOf } from "../expect.ts";

const chain = (length: number): string =>
  Array.from({ length }, (_, i) =>
    i === 0 ? "function f0() { return true; }" : `function f${i}() { return f${i - 1}(); }`,
  ).join("\n");

describe("limits", () => {
  it("allow 1,000 expressions in one decision", () => {
    const ors = (count: number): string => Array.from({ length: count }, () => "!true").join(" || ");
    // Each `!true` and each `||` counts as one.
    expect(decideIf(`${ors(499)} || true`).isAllowed).to.equal(true);
    expect(decideIf(`${ors(501)} || true`).isAllowed).to.equal(false);
  });

  it("deny the request if exceeded, whatever other statements allow", () => {
    const many = Array.from({ length: 600 }, () => "!true").join(" || ");
    const source = inDocuments(`match /rooms/{r} { allow read: if ${many}; allow read: if true; }`);
    const decision = compileRules(source).decide(requestOf(), lookupOf({}));
    expect(decision.isAllowed).to.equal(false);
    if (!decision.isAllowed) expect(decision.explanation).to.contain("more than 1000 expressions");
  });

  it("are counted over all statements of one decision", () => {
    const half = Array.from({ length: 300 }, () => "!true").join(" || ");
    const ruleset = compileRules(
      inDocuments(`match /rooms/{r} { allow read: if ${half}; allow read: if ${half} || true; }`),
    );
    expect(ruleset.decide(requestOf(), lookupOf({})).isAllowed).to.equal(false);
    const single = compileRules(inDocuments(`match /rooms/{r} { allow read: if ${half} || true; }`));
    for (let i = 0; i < 3; i++) expect(single.decide(requestOf(), lookupOf({})).isAllowed).to.equal(true);
  });

  it("allow function calls 20 deep", () => {
    expect(decideWithFunctions(chain(20), "f19()")).to.equal(true);
    expect(decideWithFunctions(chain(21), "f20()")).to.equal(false);
    expect(decideWithFunctions(chain(21), "f20() || true")).to.equal(false);
  });

  it("stop calls that double at every level", () => {
    const functions = Array.from({ length: 19 }, (_, i) =>
      i === 0 ? "function f0() { return true; }" : `function f${i}() { return f${i - 1}() && f${i - 1}(); }`,
    ).join("\n");
    expect(decideWithFunctions(functions, "f18()")).to.equal(false);
  });
});
