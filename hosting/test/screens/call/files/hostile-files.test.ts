// A participant whose page does not obey, and what it gets: the channel of files closes, and
// nothing of it is kept. Nobody else's files are touched.
import { fileLimits, type FileFrame } from "@meetogram/contract";
import { expect } from "chai";
import { encodeChunk } from "../../../../src/screens/call/files/transfer/frames.ts";
import { encodeBase64url } from "../../../../src/platform/base64url.ts";
import { createFile, createFileWorld, hashOf, readFrame, type FileWorld } from "./file-world.ts";

const mebibyte = 1024 ** 2;
const idOf = (number: number) => encodeBase64url(Uint8Array.from({ length: 16 }, (_, index) => number >> (index % 4)));
const chain = encodeBase64url(new Uint8Array(32));

describe("files of a page that does not obey", () => {
  let world: FileWorld;
  const eve = () => world.page("eve");
  const ben = () => world.page("ben");

  beforeEach(() => {
    world = createFileWorld();
    world.open("eve");
    world.open("ben");
    world.connect("eve", "ben");
  });

  /** Ben accepts Eve's file, and has some of it. */
  async function begin(size = 20 * mebibyte) {
    eve().transfers.offer(createFile(size), "ben");
    await world.run(() => ben().transfers.list.length === 1);
    ben().transfers.accept(ben().only.key);
    world.holdAfter = world.crossed + 1.5 * mebibyte;
    await world.run();
    expect(ben().only).to.include({ state: "running", written: mebibyte });
    world.holdAfter = Infinity;
  }

  const sendChunk = (at: number, length: number, id = eve().only.key) =>
    eve()
      .channelTo("ben")!
      .send(encodeChunk({ id, at, bytes: new Uint8Array(length) }));
  const sendFrame = (frame: FileFrame) => eve().channelTo("ben")!.send(JSON.stringify(frame));

  async function expectBrokenOff() {
    await world.run();
    expect([ben().only.state, ben().only.problem, ben().arrived]).to.deep.equal(["failed", "misbehaved", []]);
    expect(ben().channelTo("eve")?.readyState).to.equal("closed");
    expect(await (await ben().store.open(ben().only.key, 1))?.read()).to.have.property("size", 0);
    // Nor does another offer open it again.
    eve().say({ type: "file-offer", id: idOf(9), name: "again", size: 10 }, "ben");
    await world.run(() => ben().transfers.list.length === 2);
    ben().transfers.accept(ben().transfers.list[1]!.key);
    await world.run();
    expect(ben().transfers.list[1]).to.include({ state: "failed", problem: "misbehaved" });
  }

  const attacks: Readonly<Record<string, () => void>> = {
    "skips bytes": () => sendChunk(19 * mebibyte, 1_000),
    "sends bytes again": () => sendChunk(0, 65_000),
    "sends bytes beyond the end": () => sendChunk(20 * mebibyte, 1_000),
    "sends nothing in a part": () => eve().channelTo("ben")!.send(new Uint8Array(16)),
    "sends a part that is too long": () =>
      eve()
        .channelTo("ben")!
        .send(new Uint8Array(fileLimits.maxChunkBytes + 1)),
    "sends another hash for half a block": () =>
      sendFrame({ type: "block", id: eve().only.key, end: 1.5 * mebibyte, chain }),
    "sends what is no frame": () => eve().channelTo("ben")!.send("[".repeat(10)),
    "sends a frame that is too long": () => eve().channelTo("ben")!.send(" ".repeat(300)),
    "sends bytes of a file that nobody has offered": () => sendChunk(0, 50_000, idOf(1)),
    "sends hashes of a file that nobody has offered": () =>
      sendFrame({ type: "block", id: idOf(1), end: mebibyte, chain }),
    "acknowledges what nobody has sent": () => sendFrame({ type: "written", id: idOf(1), end: mebibyte }),
  };
  for (const [name, attack] of Object.entries(attacks))
    it(`are not taken from one that ${name}`, async () => {
      await begin();
      attack();
      await expectBrokenOff();
    });

  it("are not taken in parts of one byte", async () => {
    await begin();
    let isFirst = true;
    world.tamper = (data, from) => {
      if (from === "ben") return data;
      const part = isFirst && data instanceof ArrayBuffer ? data.slice(0, 25) : null;
      if (part !== null) isFirst = false;
      return part;
    };
    await expectBrokenOff();
  });

  it("are not taken from another place than the next one", async () => {
    await begin();
    let isFirst = true;
    world.tamper = (data) => {
      if (!isFirst || !(data instanceof ArrayBuffer)) return data;
      isFirst = false;
      const moved = data.slice(0);
      const view = new DataView(moved);
      view.setBigUint64(16, view.getBigUint64(16) + 1n);
      return moved;
    };
    await world.run();
    expect(ben().only).to.include({ state: "failed", problem: "misbehaved" });
  });

  it("are not taken beyond the window, however fast they come", async () => {
    // Nothing is written meanwhile, and the sender goes on as if it were.
    const { store } = ben();
    world.open("ben", {
      ...store,
      open: async (key, size) => ({
        ...(await store.open(key, size))!,
        length: 0,
        append: () => new Promise(() => undefined),
      }),
    });
    world.connect("eve", "ben");
    eve().transfers.offer(createFile(20 * mebibyte), "ben");
    await world.run(() => ben().transfers.list.length === 1);
    ben().transfers.accept(ben().only.key);
    await world.run();
    expect(world.crossed).to.be.within(fileLimits.windowBytes, fileLimits.windowBytes * 1.01);
    expect(ben().only.state).to.equal("running");
    sendChunk(fileLimits.windowBytes, 10_000);
    await world.run();
    expect(ben().only).to.include({ state: "failed", problem: "misbehaved" });
  });

  for (const [what, tamper] of [
    [
      "byte",
      (data: string | ArrayBuffer) => {
        if (!(data instanceof ArrayBuffer)) return data;
        const changed = new Uint8Array(data.slice(0));
        changed[changed.length - 1]! ^= 1;
        return changed.buffer;
      },
    ],
    [
      "hash",
      (data: string | ArrayBuffer) => {
        const frame = typeof data === "string" ? readFrame(data) : null;
        return frame !== null && "chain" in frame ? JSON.stringify({ ...frame, chain }) : data;
      },
    ],
  ] as const)
    it(`are cancelled at the first wrong ${what}, before it is written`, async () => {
      await begin();
      world.tamper = tamper;
      await world.run();
      for (const page of [eve(), ben()]) expect(page.only).to.include({ state: "failed", problem: "checksum" });
      expect(ben().only.written).to.equal(mebibyte);
      expect(ben().arrived).to.deep.equal([]);
      // A wrong disk is no attack: another file may come over the same channel.
      world.tamper = (data) => data;
      for (const page of [eve(), ben()]) page.transfers.forget(page.only.key);
      const file = createFile(mebibyte, "next.bin");
      eve().transfers.offer(file, "ben");
      await world.run(() => ben().transfers.list.length === 1);
      ben().transfers.accept(ben().only.key);
      await world.run();
      expect(await hashOf(ben().arrived[0]!.received!)).to.equal(await hashOf(file));
    });

  it("are offered twenty at a time, and not more", async () => {
    for (let number = 0; number < 100; number++)
      eve().say({ type: "file-offer", id: idOf(number), name: "n".repeat(255), size: 4e9 }, "ben");
    await world.run();
    expect(ben().transfers.list).to.have.length(fileLimits.maxOffers);
    expect(eve().heard.filter(({ type }) => type === "file-refuse")).to.have.length(80);
    // What is withdrawn leaves nothing behind.
    for (let number = 0; number < 100; number++)
      eve().say({ type: "file-cancel", id: idOf(number), reason: "cancelled" }, "ben");
    await world.run();
    expect(ben().transfers.list).to.have.length(0);
  });

  it("are not accepted in the name of somebody else", async () => {
    world.open("ann");
    world.connect("ann", "ben");
    world.connect("ann", "eve");
    world.page("ann").transfers.offer(createFile(1_000), "ben");
    await world.run();
    const id = world.page("ann").only.key;
    eve().say({ type: "file-accept", id, from: 0, chain }, "ann");
    for (const message of [
      { type: "file-refuse", id },
      { type: "file-cancel", id, reason: "cancelled" },
      { type: "file-done", id },
    ] as const)
      for (const to of ["ann", "ben"]) eve().say(message, to);
    await world.run();
    expect([world.page("ann").only.state, ben().only.state]).to.deep.equal(["offered", "offered"]);
    expect(world.page("ann").channelTo("eve")).to.equal(undefined);
    // The same ID from Eve is another file.
    eve().say({ type: "file-offer", id, name: "other", size: 5 }, "ben");
    await world.run();
    expect(ben().transfers.list.map(({ participantID, name }) => `${participantID} ${name}`)).to.deep.equal([
      "ann file.bin",
      "eve other",
    ]);
  });

  it("are sent once over each connection, however often they are asked for", async () => {
    await begin(3 * mebibyte);
    for (let times = 0; times < 50; times++)
      ben().say({ type: "file-accept", id: eve().only.key, from: 0, chain }, "eve");
    await world.run();
    expect(ben().only.state).to.equal("done");
    expect(world.crossed).to.be.below(3.1 * mebibyte);
  });

  it("are not read for somebody who asks from beyond the end, or acknowledges too much", async () => {
    await begin();
    const isTrue = (data: string) => !data.includes(String(20 * mebibyte));
    world.tamper = (data, from) => (from === "ben" && isTrue(String(data)) ? null : data);
    ben()
      .channelTo("eve")!
      .send(JSON.stringify({ type: "written", id: eve().only.key, end: 20 * mebibyte }));
    await world.run();
    expect(eve().only).to.include({ state: "failed", problem: "misbehaved" });
    world.tamper = (data) => data;
    world.connect("eve", "ben");
    eve().transfers.forget(eve().only.key);
    eve().transfers.offer(createFile(3 * mebibyte, "other.bin"), "ben");
    await world.run();
    ben().say({ type: "file-accept", id: eve().only.key, from: 4 * mebibyte, chain }, "eve");
    await world.run();
    expect(eve().only).to.include({ state: "failed", problem: "misbehaved" });
  });
});
