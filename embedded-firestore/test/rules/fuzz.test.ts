import { expect } from "chai";
import fc from "fast-check";
import type { Lookup, RulesRequest } from "../../src/rules/index.ts";
import { compileRules, RulesSyntaxError } from "../../src/rules/index.ts";
import { runsOf } from "../support/long-tests.ts";
import { inDocuments, lookupOf } from "./expect.ts";
import { expression, request } from "./grammar.ts";

const lookup = (): Lookup => lookupOf({ "rooms/a": { a: 1 }, "rooms/abc": { a: "b" } });

function isAllowed(condition: string, given: RulesRequest): boolean {
  const source = inDocuments(`function f(x) { let y = [x]; let z = y.nomethod(); return y[0]; }
    match /rooms/{room} { allow read, write: if ${condition}; }`);
  return compileRules(source).decide(given, lookup()).isAllowed;
}

describe("random rules", function () {
  const options = { seed: 20240229, numRuns: runsOf(200) };

  it("never throw, and never allow both a condition and its negation", () => {
    fc.assert(
      fc.property(expression, request, (condition, given) => {
        const [plain, negated] = [isAllowed(condition, given), isAllowed(`!(${condition})`, given)];
        expect(plain && negated).to.equal(false);
      }),
      options,
    );
  });

  it("never turn an error into an allow in any combination", () => {
    fc.assert(
      fc.property(expression, request, (condition, given) => {
        if (isAllowed(condition, given) || isAllowed(`!(${condition})`, given)) return;
        // Neither true nor false: an error, or not a bool.
        for (const combined of [
          `(${condition}) && true`,
          `(${condition}) || false`,
          `false || !(${condition})`,
          `(${condition}) ? true : true`,
          `!((${condition}) && true)`,
          `!((${condition}) || false)`,
        ]) {
          expect(isAllowed(combined, given), combined).to.equal(false);
        }
      }),
      options,
    );
  });

  it("obey the laws of logic, errors included", () => {
    fc.assert(
      fc.property(expression, expression, request, (a, b, given) => {
        expect(isAllowed(`(${a}) || (${b})`, given)).to.equal(isAllowed(`(${b}) || (${a})`, given));
        expect(isAllowed(`!((${a}) && (${b}))`, given)).to.equal(isAllowed(`!(${a}) || !(${b})`, given));
        expect(isAllowed(`(${a}) || (${b})`, given)).to.equal(isAllowed(a, given) || isAllowed(b, given));
      }),
      { ...options, numRuns: runsOf(80) },
    );
  });
});

describe("random text", () => {
  const pieces = fc.constantFrom(
    ..."match allow read write if true false let return function service cloud.firestore request resource".split(" "),
    ..."{ } ( ) [ ] ; : , . / // /* */ ' \" \\ $( {x} {x=**} == && || ! ? - + 1 2.5 x \n = rules_version '2'".split(
      " ",
    ),
    "\u0000",
    "😵",
  );

  it("is accepted, or rejected with a position", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), fc.boolean(), (parts, isInside) => {
        const source = isInside ? inDocuments(`match /a/{b} { allow read: if ${parts.join(" ")}`) : parts.join(" ");
        try {
          compileRules(source);
        } catch (error) {
          if (!(error instanceof RulesSyntaxError)) throw error;
          expect(error.line).to.be.within(1, source.split("\n").length);
          expect(error.column).to.be.at.least(1);
        }
      }),
      { seed: 7, numRuns: runsOf(800) },
    );
  });
});
