import { expect } from "chai";
import { createHostKey, hashHostKey, isHostKey } from "../src/host-key.ts";

describe("a host key", () => {
  it("is 32 random bytes in base64url", () => {
    const keys = [createHostKey(), createHostKey()];
    expect(keys[0]).not.to.equal(keys[1]);
    expect(keys.every((key) => Buffer.from(key, "base64url").length === 32)).to.equal(true);
  });

  it("matches its hash, and no other key does", () => {
    const key = createHostKey();
    expect(isHostKey(key, hashHostKey(key))).to.equal(true);
    expect(isHostKey(createHostKey(), hashHostKey(key))).to.equal(false);
  });
});
