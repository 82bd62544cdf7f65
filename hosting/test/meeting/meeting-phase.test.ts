import { expect } from "chai";
import { errorStatuses } from "@meetogram/contract";
import { ApiError } from "../../src/api/client.ts";
import { failureOf, wayOut } from "../../src/meeting/meeting-phase.ts";

describe("failureOf", () => {
  const deadEnds = {
    "room-expired": "expired",
    "room-not-found": "not-found",
    "room-full": "full",
    "room-locked": "locked",
    "wrong-link": "incomplete-link",
    "already-connected": "already-connected",
  } as const;

  for (const [code, reason] of Object.entries(deadEnds) as [keyof typeof deadEnds, string][]) {
    it(`leads ${code} to the page "${reason}"`, () => {
      const failure = failureOf(new ApiError(code, errorStatuses[code]), true);
      expect(failure).to.deep.equal({ kind: "dead-end", reason });
    });
  }

  it("leads a wrong password to its field, and calls it wrong only if one was given", () => {
    const refusal = new ApiError("wrong-password", 403);
    expect(failureOf(refusal, true)).to.deep.equal({ kind: "password", problem: "wrong" });
    expect(failureOf(refusal, false)).to.deep.equal({ kind: "password", problem: "missing" });
  });

  it("shows the server's waiting time in a popup", () => {
    const failure = failureOf(new ApiError("rate-limited", 429, { retryAfterMs: 7_000 }), true);
    expect(failure).to.deep.equal({ kind: "popup", problem: { code: "rate-limited", retryAfterMs: 7_000 } });
  });

  it("distinguishes a network failure, a server error and a refused request", () => {
    const codes = [
      new ApiError("network", 0),
      new ApiError("internal", 500),
      new ApiError("invalid-request", 400),
      new Error("anything"),
    ].map((error) => {
      const failure = failureOf(error, true);
      return failure.kind === "popup" && failure.problem.code;
    });
    expect(codes).to.deep.equal(["no-answer", "internal", "invalid-request", "connect-failed"]);
  });
});

describe("wayOut", () => {
  it("offers to take over a call that is open elsewhere", () => {
    expect(wayOut("already-connected")).to.equal("take-over");
    expect(wayOut("moved")).to.equal("take-over");
  });

  it("offers another browser, or https, where no meeting can be held", () => {
    expect(wayOut("unsupported")).to.equal("elsewhere");
    expect(wayOut("insecure")).to.equal("https");
  });

  it("offers only a new meeting when the room is gone", () => {
    expect(wayOut("expired")).to.equal(null);
    expect(wayOut("not-found")).to.equal(null);
  });
});
