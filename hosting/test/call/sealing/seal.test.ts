import { createDecipheriv, createPublicKey, hkdfSync, pbkdf2Sync, verify } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Signal } from "@meetogram/contract";
import { limits } from "@meetogram/contract";
import { expect } from "chai";
import { decodeBase64url, encodeBase64url } from "../../../src/platform/base64url.ts";
import { createRoomKey } from "../../../src/call/sealing/room-link.ts";
import { createSeal, type Seal } from "../../../src/call/sealing/seal.ts";
import { createSigningKey } from "../../../src/call/sealing/signing-key.ts";

const signallingPage = new URL("../../../../docs/signalling.md", import.meta.url);
const uuid = "6ff6f4b2-7d0d-4f8c-9f0c-0f4ad4a2f8b1";
const signal: Signal = {
  seat: 7,
  connection: crypto.randomUUID(),
  description: { type: "offer", sdp: "v=0\r\nпривет" },
};

async function expectRefusal(opening: Promise<unknown>) {
  const refused = await opening.then(
    () => false,
    () => true,
  );
  expect(refused).to.equal(true);
}

/** With another implementation than the seal's: the steps of docs/signalling.md, one by one. */
function openByHand(text: string, salt: string, ikm: Uint8Array, aad: string) {
  return openWith(Buffer.from(hkdfSync("sha256", ikm, Buffer.from(salt), "meetogram/signals/2", 32)), text, aad);
}

function openWith(key: Buffer, text: string, aad: string) {
  const bytes = decodeBase64url(text) ?? new Uint8Array();
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
  decipher.setAAD(Buffer.from(aad));
  decipher.setAuthTag(bytes.subarray(-16));
  const opened = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
  const [point, signature, content] = [opened.subarray(0, 65), opened.subarray(65, 129), opened.subarray(129)];
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString("base64url"));
  const publicKey = createPublicKey({ key: { kty: "EC", crv: "P-256", x: x!, y: y! }, format: "jwk" });
  const signed = Buffer.concat([Buffer.from(`${aad}\n`), content]);
  expect(verify("sha256", signed, { key: publicKey, dsaEncoding: "ieee-p1363" }, signature)).to.equal(true);
  return { content: content.toString("utf8"), signer: encodeBase64url(point) };
}

describe("a seal", () => {
  const key = createRoomKey();
  let seal: Seal;
  let sealed: string;

  before(async () => {
    seal = await createSeal({ uuid, key });
    sealed = await seal.sealSignal("ann", "bob", signal);
  });

  it("is opened by everybody who has the link", async () => {
    const other = await createSeal({ uuid, key });
    expect(await other.openSignal("ann", "bob", sealed)).to.deep.equal({ content: signal, signer: seal.signer });
  });

  it("names as its signer nobody but the one who sealed it", async () => {
    const eve = await createSeal({ uuid, key });
    const forged = await eve.sealSignal("ann", "bob", signal);
    expect((await seal.openSignal("ann", "bob", forged)).signer)
      .to.equal(eve.signer)
      .and.not.equal(seal.signer);
  });

  it("is not opened when its signature is somebody else's", async () => {
    const ann = await createSigningKey();
    const eve = await createSigningKey();
    // Eve claims Ann's key, and signs with her own.
    const claiming = { ...eve, publicKey: ann.publicKey };
    const forged = await (await createSeal({ uuid, key, signingKey: claiming })).sealSignal("ann", "bob", signal);
    await expectRefusal(seal.openSignal("ann", "bob", forged));
  });

  it("keeps its signer over a reload of the page, and makes another one of anything else", async () => {
    const first = await createSigningKey();
    const again = await createSigningKey(JSON.parse(JSON.stringify(first.jwk)) as JsonWebKey);
    expect(again.publicKey).to.deep.equal(first.publicKey);
    for (const damaged of [{}, { ...first.jwk, d: "AAAA" }, { kty: "RSA" }])
      expect((await createSigningKey(damaged)).publicKey)
        .to.have.length(65)
        .and.not.deep.equal(first.publicKey);
  });

  it("never looks the same twice", async () => {
    expect(await seal.sealSignal("ann", "bob", signal)).to.not.equal(sealed);
  });

  it("is not opened with another key, room or password", async () => {
    const others = [
      { uuid, key: createRoomKey() },
      { uuid: "0f0f6ff6-7d0d-4f8c-9f0c-0f4ad4a2f8b1", key },
      { uuid, key, password: "open sesame" },
      { uuid, key: null },
    ];
    for (const other of others) await expectRefusal((await createSeal(other)).openSignal("ann", "bob", sealed));
  });

  it("is not opened as coming from, or going to, somebody else", async () => {
    await expectRefusal(seal.openSignal("eve", "bob", sealed));
    await expectRefusal(seal.openSignal("ann", "eve", sealed));
    await expectRefusal(seal.openSignal("bob", "ann", sealed));
  });

  it("is not opened when one character was changed", async () => {
    for (const place of [0, 20, sealed.length - 2]) {
      const changed = sealed[place] === "A" ? "B" : "A";
      await expectRefusal(seal.openSignal("ann", "bob", sealed.slice(0, place) + changed + sealed.slice(place + 1)));
    }
    for (const text of ["", "A", "%%%", "AAAA"]) await expectRefusal(seal.openSignal("ann", "bob", text));
  });

  it("refuses what is sealed well but is no signal", async () => {
    const wrong = await seal.sealSignal("ann", "bob", { seat: "7" } as unknown as Signal);
    await expectRefusal(seal.openSignal("ann", "bob", wrong));
  });

  it("distinguishes names from signals, and one participant's name from another's", async () => {
    const name = await seal.sealName("ann", "Анна 🦊");
    expect(await seal.openName("ann", name)).to.deep.equal({ content: "Анна 🦊", signer: seal.signer });
    await expectRefusal(seal.openName("bob", name));
    await expectRefusal(seal.openName("ann", sealed));
  });

  it("fits the longest name into its document", async () => {
    const name = await seal.sealName("ann", "🦊".repeat(limits.maxNameLength));
    expect(name.length).to.be.at.most(limits.maxSealedNameLength);
  });

  it("is what docs/signalling.md says, byte for byte", async () => {
    const protectedSeal = await createSeal({ uuid, key, password: "пароль" });
    const text = await protectedSeal.sealSignal("ann", "bob", signal);
    const { content, signer } = openByHand(text, `${uuid}\nпароль`, key, `signal\n${uuid}\nann\nbob`);
    expect([JSON.parse(content), signer]).to.deep.equal([signal, protectedSeal.signer]);
  });

  it("stretches what the safety code comes from as docs/signalling.md says", async () => {
    const protectedSeal = await createSeal({ uuid, key, password: "пароль" });
    const salt = `${uuid}\nпароль\nsome text`;
    expect(Buffer.from(await protectedSeal.stretch("some text", 32))).to.deep.equal(
      pbkdf2Sync(key, salt, 200_000, 4, "sha256"),
    );
    expect([protectedSeal.isKeyed, (await createSeal({ uuid, key: null })).isKeyed]).to.deep.equal([true, false]);
  });

  it("is the same however the accents of the password are composed, as the vector in docs/signalling.md", async () => {
    const [, vector = ""] =
      /the sealing key with "café" \| `([\w-]+)`/.exec(await readFile(signallingPage, "utf8")) ?? [];
    const known = { uuid, key: Uint8Array.from({ length: 16 }, (_, index) => index) };
    const [composed, decomposed] = await Promise.all(
      ["caf\u00e9", "cafe\u0301"].map((password) => createSeal({ ...known, password })),
    );
    const name = await composed!.sealName("ann", "Ann");
    expect((await decomposed!.openName("ann", name)).content).to.equal("Ann");
    const opened = openWith(Buffer.from(vector, "base64url"), name, `name\n${uuid}\nann`);
    expect(opened.content).to.equal("Ann");
  });

  it("derives the key from the room's uuid when the link has none", async () => {
    const text = await (await createSeal({ uuid, key: null })).sealName("ann", "Ann");
    expect(openByHand(text, `${uuid}\n`, Buffer.from(uuid), `name\n${uuid}\nann`).content).to.equal("Ann");
  });
});
