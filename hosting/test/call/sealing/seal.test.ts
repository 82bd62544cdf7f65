import { hkdfSync, createDecipheriv } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Signal } from "@meetogram/contract";
import { limits } from "@meetogram/contract";
import { expect } from "chai";
import { decodeBase64url } from "../../../src/call/sealing/base64url.ts";
import { createRoomKey } from "../../../src/call/sealing/room-link.ts";
import { createSeal, type Seal } from "../../../src/call/sealing/seal.ts";

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
    expect(await other.openSignal("ann", "bob", sealed)).to.deep.equal(signal);
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
    expect(await seal.openName("ann", name)).to.equal("Анна 🦊");
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
    const bytes = decodeBase64url(text) ?? new Uint8Array();
    const derived = hkdfSync("sha256", key, Buffer.from(`${uuid}\nпароль`), "meetogram/signals/1", 32);
    const decipher = createDecipheriv("aes-256-gcm", Buffer.from(derived), bytes.subarray(0, 12));
    decipher.setAAD(Buffer.from(`signal\n${uuid}\nann\nbob`));
    decipher.setAuthTag(bytes.subarray(-16));
    const opened = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString("utf8");
    expect(JSON.parse(opened)).to.deep.equal(signal);
  });

  it("has a safety code that is the same for all who hold the link, and another for every other", async () => {
    const uuid = crypto.randomUUID();
    const key = crypto.getRandomValues(new Uint8Array(16));
    const codeOf = async (options: Parameters<typeof createSeal>[0]) => (await createSeal(options)).safetyCode;
    const code = await codeOf({ uuid, key });
    expect([...new Intl.Segmenter().segment(code)]).to.have.length(4);
    expect(await codeOf({ uuid, key: key.slice(), password: "" })).to.equal(code);
    const others = await Promise.all([
      codeOf({ uuid, key, password: "other" }),
      codeOf({ uuid: crypto.randomUUID(), key }),
      codeOf({ uuid, key: crypto.getRandomValues(new Uint8Array(16)) }),
      codeOf({ uuid, key: null }),
    ]);
    expect(new Set([code, ...others]).size).to.equal(5);
  });

  it("always has the safety code that docs/signalling.md says", async () => {
    const uuid = "6ff6f4b2-7d0d-4f8c-9f0c-0f4ad4a2f8b1";
    const seal = await createSeal({ uuid, key: Uint8Array.from({ length: 16 }, (_, index) => index) });
    const [, emoji = ""] = /number \(byte mod 64\) of: (.+)/.exec(await readFile(signallingPage, "utf8")) ?? [];
    const info = { digest: "sha256", salt: `${uuid}\n`, info: "meetogram/safety-code/1" };
    const bytes = new Uint8Array(
      hkdfSync(
        info.digest,
        Uint8Array.from({ length: 16 }, (_, index) => index),
        info.salt,
        info.info,
        4,
      ),
    );
    expect(seal.safetyCode).to.equal([...bytes].map((byte) => [...emoji][byte % 64]).join(""));
    expect([seal.isKeyed, (await createSeal({ uuid, key: null })).isKeyed]).to.deep.equal([true, false]);
  });

  it("derives the key from the room's uuid when the link has none", async () => {
    const text = await (await createSeal({ uuid, key: null })).sealName("ann", "Ann");
    const bytes = decodeBase64url(text) ?? new Uint8Array();
    const derived = hkdfSync("sha256", Buffer.from(uuid), Buffer.from(`${uuid}\n`), "meetogram/signals/1", 32);
    const decipher = createDecipheriv("aes-256-gcm", Buffer.from(derived), bytes.subarray(0, 12));
    decipher.setAAD(Buffer.from(`name\n${uuid}\nann`));
    decipher.setAuthTag(bytes.subarray(-16));
    expect(Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString()).to.equal("Ann");
  });
});
