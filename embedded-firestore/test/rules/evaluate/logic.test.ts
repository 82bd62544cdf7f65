import { decideIf, expectError, expectEval, expectFalse } from "../expect.ts";
import { expect } from "chai";

const ERROR = "request.auth.uid == 'a'";

describe("&& and ||", () => {
  it("ignore an error beside a true operand of ||, in either order", () => {
    expectEval(`${ERROR} || true`);
    expectEval(`true || ${ERROR}`);
  });

  it("ignore an error beside a false operand of &&, in either order", () => {
    expectFalse(`${ERROR} && false`);
    expectFalse(`false && ${ERROR}`);
  });

  it("keep the error otherwise", () => {
    expectError(`${ERROR} || false`);
    expectError(`false || ${ERROR}`);
    expectError(`${ERROR} && true`);
    expectError(`true && ${ERROR}`);
    expectError(`${ERROR} || ${ERROR}`);
    expectError(`!(${ERROR})`);
  });

  it("treat an operand that is not a bool as an error", () => {
    expectEval("1 || true");
    expectEval("'a' || true");
    expectError("true && 1");
    expectError("null || false");
    expectFalse("null && false");
  });

  it("require a bool before ?", () => {
    expectError("1 ? true : true");
    expectError(`${ERROR} ? true : true`);
    expectEval(`true ? true : ${ERROR}`);
  });

  it("deny if the condition is not a bool", () => {
    for (const condition of ["1", "'true'", "null", "[true]", "request", "resource"]) {
      expect(decideIf(condition).isAllowed, condition).to.equal(false);
    }
  });

  it("evaluate each operand once", () => {
    // 600 expressions if each operand is evaluated once. Evaluating one twice would double the work
    // at each level and exceed the limit.
    const nested = Array.from({ length: 100 }, () => `${ERROR} || `).join("");
    expectEval(`${nested}true`);
  });
});
