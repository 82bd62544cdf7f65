import { createHash } from "node:crypto";
import type { VerificationMessage } from "@meetogram/contract";
import { expect } from "chai";
import { writeSafetyCode } from "../../../src/call/verification/safety-code.ts";
import { timings } from "../../../src/call/timings.ts";
import { createManualClock } from "../../platform/manual-clock.ts";
import { seedsFor } from "../../platform/seeds.ts";
import { createRandom } from "../simulation/simulated-world.ts";
import {
  connectPages,
  deliverAll,
  hash,
  member,
  openPage,
  settle,
  type Delivery,
  type Page,
} from "./verifying-pages.ts";

function open(...names: string[]): Page[] {
  return names.map((name) => openPage(member(name)));
}

async function verify(pages: readonly Page[]): Promise<(string | null)[]> {
  const sent: Delivery[] = [];
  connectPages(pages, sent);
  for (const { verification } of pages) verification.review();
  await deliverAll(sent);
  return pages.map(({ code }) => code);
}

describe("the safety code of live connections", () => {
  for (const names of [
    ["ann", "ben"],
    ["ann", "ben", "cat"],
    ["ann", "ben", "cat", "dan"],
  ])
    it(`is the same for ${names.length} people, and another one in their next meeting`, async () => {
      const [first, second] = [await verify(open(...names)), await verify(open(...names))];
      for (const codes of [first, second]) {
        expect(codes[0]).to.match(/^[0-9a-f]{8}$/);
        expect(new Set(codes).size).to.equal(1);
      }
      expect(first[0]).not.to.equal(second[0]);
    });

  it("is the same in whatever order messages arrive and people come", async () => {
    for (let seed = 0; seed < seedsFor({ usual: 30, long: 2_000 }); seed += 1) {
      const random = createRandom(seed);
      const clock = createManualClock();
      const sent: Delivery[] = [];
      const pages = ["ann", "ben", "cat", "dan"].map((name) => openPage(member(name), { clock }));
      for (let count = 2; count <= pages.length; count += 1) {
        connectPages(pages.slice(0, count), sent);
        for (const { verification } of pages.slice(0, count)) {
          // Some learn late that somebody has come.
          await deliverAll(sent.splice(0, Math.floor(random() * sent.length)), (length) =>
            Math.floor(random() * length),
          );
          verification.review();
        }
        clock.advance(timings.safetyCodeEveryMs);
        await deliverAll(sent, (length) => Math.floor(random() * length));
      }
      expect(pages[0]!.code, `seed ${seed}`).to.match(/^[0-9a-f]{8}$/);
      expect(new Set(pages.map(({ code }) => code)).size, `seed ${seed}`).to.equal(1);
    }
  });

  it("changes with a newcomer, and is the old one again without it", async () => {
    const clock = createManualClock();
    const [ann, ben, cat] = ["ann", "ben", "cat"].map((name) => openPage(member(name), { clock })) as [
      Page,
      Page,
      Page,
    ];
    const [before] = await verify([ann, ben]);
    clock.advance(timings.safetyCodeEveryMs);
    const [together] = await verify([ann, ben, cat]);
    expect(together)
      .to.match(/^[0-9a-f]{8}$/)
      .and.not.equal(before);
    expect(await verify([ann, ben])).to.deep.equal([before, before]);
    // No other attempt came of that: each made one nonce for each set of people.
    expect(ann.nonces).to.have.length(2);
  });

  it("names whose part is missing, and is unknown until it comes", async () => {
    const [ann, ben, cat] = open("ann", "ben", "cat") as [Page, Page, Page];
    const sent: Delivery[] = [];
    connectPages([ann, ben, cat], sent);
    ann.verification.review();
    ben.verification.review();
    await deliverAll(sent);
    expect([ann.code, ann.verification.awaited]).to.deep.equal([null, ["cat"]]);
    cat.verification.review();
    await deliverAll(sent);
    expect(ann.code).to.equal(cat.code).and.not.equal(null);
    expect(ann.verification.awaited).to.deep.equal([]);
  });

  it("is sent again over a connection that takes another's place", async () => {
    const [ann, ben] = open("ann", "ben") as [Page, Page];
    const lost: Delivery[] = [];
    connectPages([ann, ben], lost);
    for (const { verification } of [ann, ben]) verification.review();
    await settle();
    const sent: Delivery[] = [];
    connectPages([ann, ben], sent);
    for (const page of [ann, ben]) {
      page.others = page.others.map((other) => ({ ...other, connectionID: "another" }));
      page.verification.review();
    }
    await deliverAll(sent);
    expect(ann.code).to.equal(ben.code).and.not.equal(null);
  });

  it("begins at most one attempt in two seconds, however often people come and go", async () => {
    const clock = createManualClock();
    const ann = openPage(member("ann"), { clock });
    const sent: Delivery[] = [];
    for (let seat = 1; seat <= 50; seat += 1) {
      connectPages([ann, openPage(member("eve", seat), { clock })], sent);
      ann.verification.review();
      await settle();
      clock.advance(100);
      await settle();
    }
    expect(ann.nonces.length).to.be.within(2, 1 + 5_000 / timings.safetyCodeEveryMs);
  });

  it("is what docs/signalling.md says, byte for byte", async () => {
    const text: string[] = [];
    const members = [member("ann", 7), member("ben", 8)];
    const nonces = ["A".repeat(43), "B".repeat(43)];
    const pages = members.map((self, index) =>
      openPage(self, {
        createNonce: () => nonces[index]!,
        stretch: (given) => (text.push(given), new Uint8Array([1, 66, 3, 4])),
      }),
    );
    const sent: Delivery[] = [];
    const messages: VerificationMessage[] = [];
    connectPages(pages, sent);
    for (const { verification } of pages) verification.review();
    await settle();
    messages.push(...sent.map(({ message }) => message));
    await deliverAll(sent);
    const sha256 = (given: string) => createHash("sha256").update(given).digest("base64url");
    const round = sha256("meetogram/round/1\nann 7 sha-256 ANN:7 key of ann\nben 8 sha-256 BEN:8 key of ben");
    expect(messages).to.deep.equal(
      ["ann", "ben"].map((participantID, index) => ({
        type: "commit",
        round,
        commitment: sha256(`meetogram/commitment/1\n${round}\n${participantID}\n${nonces[index]}`),
      })),
    );
    expect(text[0]).to.equal(`meetogram/safety-code/2\n${round}\nann ${nonces[0]}\nben ${nonces[1]}`);
    expect(
      writeSafetyCode(pages[0]!.verification.code!)
        .map(({ emoji }) => emoji)
        .join(""),
    ).to.equal("🐱🐭🐰🦊");
  });
});

describe("an attacker in the room", () => {
  /** Plays a participant that does not obey, towards Ann. */
  async function face(ann: Page) {
    const heard: VerificationMessage[] = [];
    ann.others = [{ ...member("eve"), connectionID: "eve", send: (message) => heard.push(message) > 0 }];
    ann.verification.review();
    await settle();
    const { round } = heard[0]!;
    const commitTo = (nonce: string) => hash(`meetogram/commitment/1\n${round}\neve\n${nonce}`);
    return {
      heard,
      commit: async (nonce: string) => {
        ann.verification.handleMessage("eve", { type: "commit", round, commitment: commitTo(nonce) });
        await settle();
      },
      reveal: async (nonce: string) => {
        ann.verification.handleMessage("eve", { type: "reveal", round, nonce });
        await settle();
      },
      /** Rounds that do not exist, in order to push others out of memory. */
      flood: async () => {
        for (let count = 0; count < 1_000; count += 1)
          ann.verification.handleMessage("eve", { type: "commit", round: hash(String(count)), commitment: hash("x") });
        await settle();
      },
    };
  }

  it("sees no nonce before it has committed", async () => {
    const ann = openPage(member("ann"));
    const eve = await face(ann);
    await eve.reveal("A".repeat(43));
    expect(eve.heard.map(({ type }) => type)).to.deep.equal(["commit"]);
    await eve.commit("A".repeat(43));
    expect(eve.heard.map(({ type }) => type)).to.deep.equal(["commit", "reveal"]);
  });

  it("cannot change its mind after having seen a nonce", async () => {
    const ann = openPage(member("ann"));
    const eve = await face(ann);
    await eve.commit("A".repeat(43));
    await eve.flood();
    await eve.commit("B".repeat(43));
    await eve.reveal("B".repeat(43));
    expect([ann.code, ann.verification.awaited]).to.deep.equal([null, ["eve"]]);
    await eve.reveal("A".repeat(43));
    expect(ann.code).to.match(/^[0-9a-f]{8}$/);
  });

  it("cannot pass another's commitment off as its own", async () => {
    const ann = openPage(member("ann"));
    const eve = await face(ann);
    const [own] = eve.heard;
    ann.verification.handleMessage("eve", own!);
    await settle();
    await eve.reveal(ann.nonces[0]!);
    expect([ann.code, ann.verification.awaited]).to.deep.equal([null, ["eve"]]);
  });

  it("between two people gets no code out of them by passing their messages on", async () => {
    const [ann, ben] = open("ann", "ben") as [Page, Page];
    // Each believes to see the other, over a connection that ends at the attacker.
    const seen = (self: Page, other: Page) => ({
      ...other.self,
      fingerprint: `sha-256 EVE`,
      connectionID: `eve ${self.self.participantID}`,
      send: (message: VerificationMessage) => {
        setImmediate(() => other.verification.handleMessage(self.self.participantID, message));
        return true;
      },
    });
    ann.others = [seen(ann, ben)];
    ben.others = [seen(ben, ann)];
    for (const { verification } of [ann, ben]) verification.review();
    for (let turn = 0; turn < 20; turn += 1) await settle();
    expect([ann.code, ben.code]).to.deep.equal([null, null]);
    expect(ann.verification.awaited).to.deep.equal(["ben"]);
  });
});
