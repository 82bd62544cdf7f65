import { expect } from "chai";
import { createServiceAccount } from "../../src/google/service-account.ts";
import { address, withGoogle } from "../stage/google.ts";

describe("the account of the functions", () => {
  it("has one access token, until four minutes before its end", async () => {
    await withGoogle(async ({ asked }) => {
      let nowMs = 0;
      const account = createServiceAccount(() => nowMs);
      const [first, second] = await Promise.all([account.getAccessToken(), account.getAccessToken()]);
      expect(first).to.equal(second);
      nowMs = 56 * 60_000 - 1;
      expect(await account.getAccessToken()).to.equal(first);
      expect(asked.tokens).to.equal(1);
      nowMs += 1;
      const renewed = await Promise.all([account.getAccessToken(), account.getAccessToken()]);
      expect(new Set(renewed)).to.have.length(1);
      expect(renewed[0]).not.to.equal(first);
      expect(asked.tokens).to.equal(2);
    });
  });

  it("is asked for again after a failure", async () => {
    const account = createServiceAccount();
    process.env["GCE_METADATA_HOST"] = "127.0.0.1:1";
    const failures = await Promise.allSettled([account.getAccessToken(), account.getAddress()]);
    expect(failures.map(({ status }) => status)).to.deep.equal(["rejected", "rejected"]);
    await withGoogle(async () => {
      expect(await account.getAccessToken()).to.match(/^token-/);
      expect(await account.getAddress()).to.equal(address);
    });
  });
});
