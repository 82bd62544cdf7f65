import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { encodeBase64url } from "../../../src/platform/base64url.ts";
import { proveLink } from "../../../src/call/sealing/link-proof.ts";
import { createRoomKey } from "../../../src/call/sealing/room-link.ts";

const key = Uint8Array.from({ length: 16 }, (_, index) => index);

describe("the proof of a link", () => {
  it("is what docs/signalling.md says, however the accents of the password are composed", async () => {
    const page = await readFile(new URL("../../../../docs/signalling.md", import.meta.url), "utf8");
    const vectorOf = (value: string) => page.split("\n").find((line) => line.startsWith(`| ${value} |`)) ?? "";
    for (const password of ["caf\u00e9", "cafe\u0301"]) {
      const proof = await proveLink(key, password);
      expect(vectorOf("`linkProof`")).to.include(`\`${proof.linkProof}\``);
      expect(vectorOf('`password` for "café"')).to.include(`\`${proof.password}\``);
    }
  });

  it("depends on the link's key, and that of the password on both", async () => {
    const values = await Promise.all([
      proveLink(key, "a"),
      proveLink(key, "b"),
      proveLink(createRoomKey(), "a"),
      proveLink(createRoomKey(), "b"),
    ]);
    expect(new Set(values.map(({ linkProof }) => linkProof)).size).to.equal(3);
    expect(new Set(values.map(({ password }) => password)).size).to.equal(4);
  });

  it("has neither the key nor the password in it, and no password where there is none", async () => {
    const text = JSON.stringify(await proveLink(key, "open sesame"));
    expect(text).not.to.include("sesame").and.not.include(encodeBase64url(key));
    expect(await proveLink(key)).to.have.all.keys("linkProof");
  });
});
