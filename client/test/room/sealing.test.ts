// The package's sealing against docs/signalling.md: against its test vectors, and against the
// site's own sealing, which is other code.
import { createDecipheriv } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { proveLink as proveLinkOfSite } from "../../../hosting/src/call/sealing/link-proof.ts";
import { createSeal } from "../../../hosting/src/call/sealing/seal.ts";
import { createLinkKey, createSealing, proveLink, type Sealing, type Signal } from "../../src/room/index.ts";

const page = await readFile(new URL("../../../docs/signalling.md", import.meta.url), "utf8");
const uuid = "6ff6f4b2-7d0d-4f8c-9f0c-0f4ad4a2f8b1";
/** The page's: AAECAwQFBgcICQoLDA0ODw. */
const keyOfVectors = Uint8Array.from({ length: 16 }, (_, index) => index);
const spellings = ["caf\u00e9", "cafe\u0301"];
const signal: Signal = {
  seat: 7,
  connection: crypto.randomUUID(),
  description: { type: "offer", sdp: "v=0\r\nпривет" },
};

function vectorOf(value: string): string {
  const line = page.split("\n").find((found) => found.startsWith(`| ${value} |`));
  return /\| `([\w-]{43})` \|$/.exec(line ?? "")?.[1] ?? expect.fail(`there is no test vector of ${value}`);
}

async function expectRefusal(opening: Promise<unknown>): Promise<void> {
  const opened = await opening.then(
    () => true,
    () => false,
  );
  expect(opened).to.equal(false);
}

describe("the proof of a link", () => {
  it("is the test vector, however the accents of the password are composed", async () => {
    for (const password of spellings) {
      const expected = { linkProof: vectorOf("`linkProof`"), password: vectorOf('`password` for "café"') };
      expect(await proveLink(keyOfVectors, password)).to.deep.equal(expected);
    }
  });

  it("is that of the site, and has no password where none is given", async () => {
    const key = createLinkKey();
    const proof = await proveLink(key);
    expect(proof).to.have.all.keys("linkProof");
    expect(proof).to.deep.equal(await proveLinkOfSite(Uint8Array.from(key)));
  });
});

describe("the sealing", () => {
  const key = createLinkKey();
  let sealing: Sealing;
  let sealed: string;

  before(async () => {
    sealing = await createSealing({ uuid, key });
    sealed = await sealing.sealSignal("ann", "bob", signal);
  });

  it("uses the key of the test vector, however the accents of the password are composed", async () => {
    for (const password of spellings) {
      const { sealName } = await createSealing({ uuid, key: keyOfVectors, password });
      const bytes = Buffer.from(await sealName("ann", "Ann"), "base64url");
      const vector = Buffer.from(vectorOf('the sealing key with "café"'), "base64url");
      const decipher = createDecipheriv("aes-256-gcm", vector, bytes.subarray(0, 12));
      decipher.setAAD(Buffer.from(`name\n${uuid}\nann`));
      decipher.setAuthTag(bytes.subarray(-16));
      const content = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
      expect(content.subarray(65 + 64).toString()).to.equal("Ann");
    }
  });

  for (const password of [undefined, "пароль"]) {
    for (const linkKey of [key, null]) {
      const what = `${password === undefined ? "no password" : "a password"} and ${linkKey ? "a key" : "no key"}`;
      it(`opens what the site seals, and the other way round, with ${what}`, async () => {
        const own = await createSealing({ uuid, key: linkKey, password });
        const site = await createSeal({ uuid, key: linkKey && Uint8Array.from(linkKey), password });
        const fromSite = await own.openSignal("ann", "bob", await site.sealSignal("ann", "bob", signal));
        expect(fromSite).to.deep.equal({ signal, signer: site.signer });
        const toSite = await site.openSignal("bob", "ann", await own.sealSignal("bob", "ann", signal));
        expect(toSite).to.deep.equal({ content: signal, signer: own.signer });
        const nameOfSite = await own.openName("ann", await site.sealName("ann", "Анна 🦊"));
        expect(nameOfSite).to.deep.equal({ name: "Анна 🦊", signer: site.signer });
        expect((await site.openName("bob", await own.sealName("bob", "Боб"))).content).to.equal("Боб");
      });
    }
  }

  it("opens nothing of another key, room or password", async () => {
    const others = [
      { uuid, key: createLinkKey() },
      { uuid: crypto.randomUUID(), key },
      { uuid, key, password: "open sesame" },
      { uuid, key: null },
    ];
    for (const other of others) await expectRefusal((await createSealing(other)).openSignal("ann", "bob", sealed));
  });

  it("opens nothing of or for somebody else, and no name as a signal", async () => {
    await expectRefusal(sealing.openSignal("eve", "bob", sealed));
    await expectRefusal(sealing.openSignal("ann", "eve", sealed));
    await expectRefusal(sealing.openSignal("bob", "ann", sealed));
    await expectRefusal(sealing.openName("ann", sealed));
  });

  it("opens nothing that was changed, cut, or is no signal", async () => {
    for (const place of [0, 20, sealed.length - 2]) {
      const changed = sealed[place] === "A" ? "B" : "A";
      const text = sealed.slice(0, place) + changed + sealed.slice(place + 1);
      await expectRefusal(sealing.openSignal("ann", "bob", text));
    }
    for (const text of ["", "A", "%%%", "AAAA", sealed.slice(0, -1)]) {
      await expectRefusal(sealing.openSignal("ann", "bob", text));
    }
    const wrong = await sealing.sealSignal("ann", "bob", { seat: "7" } as unknown as Signal);
    await expectRefusal(sealing.openSignal("ann", "bob", wrong));
  });
});
