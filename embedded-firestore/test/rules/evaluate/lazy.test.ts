import { expect } from "chai";
import { compileRules } from "../../../src/rules/index.ts";
import { decideWithFunctions, inDocuments, lookupOf, requestOf } from "../expect.ts";

/** Without a caller, `request.auth` is null. */
const ERROR = "request.auth.token.nope == true";

describe("variables and arguments", () => {
  it("harm nobody if they are not needed", () => {
    expect(decideWithFunctions(`function f() { let x = ${ERROR}; return true; }`, "f()")).to.equal(true);
    expect(decideWithFunctions(`function f() { let x = ${ERROR}; return true || x; }`, "f()")).to.equal(true);
    expect(decideWithFunctions("function f(x) { return true; }", `f(${ERROR})`)).to.equal(true);
    expect(decideWithFunctions("function f(x) { return true || x; }", `f(${ERROR})`)).to.equal(true);
  });

  it("are errors where they are needed", () => {
    expect(decideWithFunctions(`function f() { let x = ${ERROR}; return x; }`, "f()")).to.equal(false);
    expect(decideWithFunctions(`function f() { let x = ${ERROR}; return x || true; }`, "f()")).to.equal(true);
    expect(decideWithFunctions(`function f() { let x = ${ERROR}; return x || false; }`, "!f()")).to.equal(false);
    expect(decideWithFunctions("function f(x) { return x; }", `!f(${ERROR})`)).to.equal(false);
  });

  it("are evaluated in the place where they stand", () => {
    const functions = "function g(x) { let y = x + 1; return f(y, x); } function f(x, y) { return x == 3 && y == 2; }";
    expect(decideWithFunctions(functions, "g(2)")).to.equal(true);
  });

  it("fetch nothing if they are not needed, and fetch once if they are", () => {
    const source = inDocuments(`
      function f(x) { let y = get(/databases/$(database)/documents/a/y); return x.data.n == 1 && x.data.n == 1; }
      match /rooms/{r} { allow read: if f(get(/databases/$(database)/documents/a/x)); }`);
    const lookup = lookupOf({ "a/x": { n: 1 }, "a/y": {} });
    expect(compileRules(source).decide(requestOf(), lookup).isAllowed).to.equal(true);
    expect(lookup.asked).to.deep.equal(["a/x"]);
  });

  it("are evaluated once, whether they have a value or not", () => {
    // 300 parts each. Evaluating a variable with every use would exceed the limit of 1,000.
    const long = Array.from({ length: 150 }, () => "!true").join(" || ");
    for (const value of [`(${long} || true)`, `(${long} || ${ERROR})`]) {
      const uses = Array.from({ length: 20 }, () => "x").join(" && ");
      expect(decideWithFunctions(`function f() { let x = ${value}; return (${uses}) || true; }`, "f()")).to.equal(true);
    }
  });
});
