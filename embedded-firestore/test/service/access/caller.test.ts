import { expect } from "chai";
import { readCaller } from "../../../src/service/access/caller.ts";

function tokenOf(claims: unknown): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "none" })}.${part(claims)}.`;
}

describe("the caller", () => {
  it("is not signed in without a header", () => {
    expect(readCaller(undefined)).to.deep.equal({ isAdmin: false, auth: null });
  });

  it('is the administrator with the token "owner" or a Google access token', () => {
    expect(readCaller("Bearer owner")).to.deep.equal({ isAdmin: true });
    expect(readCaller("Bearer ya29.abc")).to.deep.equal({ isAdmin: true });
    expect(readCaller("Bearer Owner")).to.deep.equal({ isAdmin: true });
    expect(readCaller("Bearer YA29.x")).to.deep.equal({ isAdmin: true });
    expect(readCaller("bearer owner")).to.deep.equal({ isAdmin: true });
  });

  it("is the subject of an unsigned token, with its claims", () => {
    const claims = { sub: "alice", room: "r", firebase: { sign_in_provider: "custom" } };
    expect(readCaller(`Bearer ${tokenOf(claims)}`)).to.deep.equal({
      isAdmin: false,
      auth: { uid: "alice", token: claims },
    });
  });

  it("is a user even if the token names no subject, or a number", () => {
    expect(readCaller(`Bearer ${tokenOf({ room: "r" })}`)).to.deep.equal({
      isAdmin: false,
      auth: { token: { room: "r" } },
    });
    expect(readCaller(`Bearer ${tokenOf({ sub: 123 })}`)).to.deep.equal({
      isAdmin: false,
      auth: { uid: "123", token: { sub: 123 } },
    });
  });

  it("is rejected with an invalid header", () => {
    for (const header of [
      "Basic abc",
      "Bearer",
      "Bearer abc",
      "Bearer a.b.c",
      "Bearer  owner",
      "Bearer owners",
      `Bearer  ${tokenOf({ sub: "alice" })}`,
      `Bearer ${tokenOf([])}`,
    ]) {
      expect(() => readCaller(header), header)
        .to.throw()
        .with.property("status", "INVALID_ARGUMENT");
    }
  });
});
