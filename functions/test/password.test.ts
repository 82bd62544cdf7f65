import { expect } from "chai";
import { ApiError } from "../src/api-error.ts";
import { hashPassword, isPassword } from "../src/password.ts";

describe("a password's hash", () => {
  it("matches its password and no other", async () => {
    const hash = await hashPassword("open sesame");
    expect(await isPassword("open sesame", hash)).to.equal(true);
    expect(await isPassword("open sesame ", hash)).to.equal(false);
    expect(await isPassword("", hash)).to.equal(false);
  });

  it("has its own salt", async () => {
    const [one, other] = await Promise.all([hashPassword("same"), hashPassword("same")]);
    expect(one).not.to.equal(other);
  });

  it("states its cost, so that hashes of another cost stay valid", async () => {
    // scrypt(password, "salt", N = 16, r = 1, p = 1), computed by Python's hashlib.
    const cheap = "scrypt$16$1$1$c2FsdA$RRM8PfukjIIjXfUaU0mSQRDu6JN1Lw1BaNLiruVyLYI";
    expect(await isPassword("password", cheap)).to.equal(true);
  });

  it("is refused if too many wait already", async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 80 }, () => isPassword("x", "scrypt$2$1$1$c2FsdA$AAAA")),
    );
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(refused).to.have.length(80 - 2 - 64);
    expect(refused.every(({ reason }) => reason instanceof ApiError && reason.code === "rate-limited")).to.equal(true);
    expect(await isPassword("password", await hashPassword("password")), "afterwards").to.equal(true);
  });
});
