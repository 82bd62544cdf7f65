import { expect } from "chai";
import { compileRules } from "../../../src/rules/index.ts";
import { decideIf, inDocuments, listIf, lookupOf, requestOf, toDocument, toValue } from "../expect.ts";

function withFunctions(functions: string, condition: string): boolean {
  const source = inDocuments(`${functions}\nmatch /rooms/{r} { allow read: if ${condition}; }`);
  return compileRules(source).decide(requestOf(), lookupOf({})).isAllowed;
}

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
    expect(withFunctions(chain(20), "f19()")).to.equal(true);
    expect(withFunctions(chain(21), "f20()")).to.equal(false);
    expect(withFunctions(chain(21), "f20() || true")).to.equal(false);
  });

  it("stop calls that double at every level", () => {
    const functions = Array.from({ length: 19 }, (_, i) =>
      i === 0 ? "function f0() { return true; }" : `function f${i}() { return f${i - 1}() && f${i - 1}(); }`,
    ).join("\n");
    expect(withFunctions(functions, "f18()")).to.equal(false);
  });
});

describe("work is bounded", () => {
  const isQuick = (run: () => unknown): void => {
    const start = performance.now();
    run();
    expect(performance.now() - start).to.be.below(5000);
  };
  const doubled = (start: string, step: string): string =>
    Array.from({ length: 5 }, (_, f) => {
      const lets = Array.from({ length: 9 }, (_, i) => `let a${i + 1} = ${step.replaceAll("x", `a${i}`)};`).join(" ");
      return `function g${f}(a0) { ${lets} return a9; }`;
    }).join("\n") + `\nfunction big() { return g4(g3(g2(g1(g0(${start}))))); }`;

  it("for strings that double", () =>
    isQuick(() => expect(withFunctions(doubled("'ab'", "x + x"), "big() != ''")).to.equal(false)));
  it("for lists that contain themselves twice", () =>
    isQuick(() => {
      expect(withFunctions(doubled("[1]", "[x, x]"), "big() == big()")).to.equal(false);
      expect(withFunctions(doubled("[1]", "[x, x]"), "big().toSet().size() > 0")).to.equal(false);
      expect(withFunctions(doubled("[1]", "x.concat(x)"), "big().size() > 0")).to.equal(false);
      expect(withFunctions(doubled("{'a': 1}", "{'a': x, 'b': x}"), "big() == big()")).to.equal(false);
    }));
  it("for the explanation of such values", () =>
    isQuick(() => expect(withFunctions(doubled("[1]", "[x, x]"), "big() is string")).to.equal(false)));
  it("for regular expressions that backtrack elsewhere", () =>
    isQuick(() => {
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
  it("for patterns that come with a document", () =>
    isQuick(() => {
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
    isQuick(() => {
      const resource = toDocument("rooms/abc", { list: Array.from({ length: 100_000 }, (_, i) => i) });
      expect(
        decideIf("resource.data.list.toSet().size() == 100000 && !(-1 in resource.data.list)", { resource }).isAllowed,
      ).to.equal(true);
      const quadratic = Array.from({ length: 300 }, (_, i) => `!(${-i - 1} in resource.data.list)`).join(" && ");
      expect(decideIf(quadratic, { resource }).isAllowed).to.equal(false);
    }));
  it("for deep documents, claims and filters", () =>
    isQuick(() => {
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
  it("for long and deep sources", () =>
    isQuick(() => {
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
