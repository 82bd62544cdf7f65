import { decideIf, expectError, expectEval, expectFalse } from "../expect.ts";
import { expect } from "chai";

const ERROR = "request.auth.uid == 'a'";

describe("&& and ||", () => {
  it("forgives an error beside a true of ||, whichever way round", () => {
    expectEval(`${ERROR} || true`);
    expectEval(`true || ${ERROR}`);
  });

  it("forgives an error beside a false of &&, whichever way round", () => {
    expectFalse(`${ERROR} && false`);
    expectFalse(`false && ${ERROR}`);
  });

  it("lets the error stand otherwise", () => {
    expectError(`${ERROR} || false`);
    expectError(`false || ${ERROR}`);
    expectError(`${ERROR} && true`);
    expectError(`true && ${ERROR}`);
    expectError(`${ERROR} || ${ERROR}`);
    expectError(`!(${ERROR})`);
  });

  it("takes an operand that is no bool for an error", () => {
    expectEval("1 || true");
    expectEval("'a' || true");
    expectError("true && 1");
    expectError("null || false");
    expectFalse("null && false");
  });

  it("asks for a bool before ?", () => {
    expectError("1 ? true : true");
    expectError(`${ERROR} ? true : true`);
    expectEval(`true ? true : ${ERROR}`);
  });

  it("denies when the condition is no bool", () => {
    for (const condition of ["1", "'true'", "null", "[true]", "request", "resource"]) {
      expect(decideIf(condition).isAllowed, condition).to.equal(false);
    }
  });

  it("evaluates each operand once", () => {
    // 600 expressions if each operand is evaluated once. Evaluating one twice would double the work
    // at each level and exceed the limit.
    const nested = Array.from({ length: 100 }, () => `${ERROR} || `).join("");
    expectEval(`${nested}true`);
  });
});
