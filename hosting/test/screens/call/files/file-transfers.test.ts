// Files between pages whose connections a test cuts, at any point.
import { expect } from "chai";
import type { FileStore, KeptFile } from "../../../../src/screens/call/files/storage/file-store.ts";
import { createFile, createFileWorld, hashOf, type FileWorld } from "./file-world.ts";

const mebibyte = 1024 ** 2;

describe("files", () => {
  let world: FileWorld;
  const ann = () => world.page("ann");
  const ben = () => world.page("ben");

  beforeEach(() => {
    world = createFileWorld();
    world.open("ann");
    world.open("ben");
    world.connect("ann", "ben");
  });

  async function offerAndAccept(file: File) {
    ann().transfers.offer(file, "ben");
    await world.run(() => ben().transfers.list.length === 1);
    ben().transfers.accept(ben().only.key);
  }

  /** Stops when so many bytes have crossed, and are written as far as they are whole blocks. */
  async function offerAndHold(file: File, afterBytes: number) {
    await offerAndAccept(file);
    world.holdAfter = world.crossed + afterBytes;
    await world.run();
    expect(ben().only).to.include({ state: "running", written: Math.floor((afterBytes - 1) / mebibyte) * mebibyte });
  }

  function cut() {
    world.cut("ann", "ben");
    world.holdAfter = Infinity;
  }

  async function expectArrived(file: File) {
    await world.run(() => ann().only.state === "done");
    expect([ann().only.state, ben().only.state]).to.deep.equal(["done", "done"]);
    const { name, received } = ben().arrived[0]!;
    if (received === null) throw new Error("Nothing was received");
    expect([name, received.name, received.size, received.type]).to.deep.equal([
      file.name,
      file.name,
      file.size,
      "application/octet-stream",
    ]);
    expect(await hashOf(received)).to.equal(await hashOf(file));
    expect(ben().arrived).to.have.length(1);
  }

  for (const size of [0, 1, 65_512, mebibyte, mebibyte + 1, 9 * mebibyte + 4_321])
    it(`of ${size} bytes arrive as they were`, async () => {
      const file = createFile(size);
      await offerAndAccept(file);
      await expectArrived(file);
    });

  it("are not sent before the other has accepted, and not after a refusal", async () => {
    ann().transfers.offer(createFile(1_000), "ben");
    await world.run();
    expect(ann().channelTo("ben")).to.equal(undefined);
    expect([ann().only.state, ben().only.state]).to.deep.equal(["offered", "offered"]);
    ben().transfers.refuse(ben().only.key);
    await world.run();
    expect([ann().only.state, ben().only.state]).to.deep.equal(["refused", "refused"]);
    expect(ann().channelTo("ben")).to.equal(undefined);
    // Nor does a new connection ask again.
    world.cut("ann", "ben");
    world.connect("ann", "ben");
    await world.run();
    expect([ann().only.state, ben().only.state]).to.deep.equal(["refused", "refused"]);
  });

  it("never fill the queue of the channel while nothing crosses it", async () => {
    const file = createFile(20 * mebibyte);
    world.holdAfter = 0;
    await offerAndAccept(file);
    await world.run();
    expect(ann().channelTo("ben")!.bufferedAmount).to.be.within(mebibyte, 1.1 * mebibyte);
    world.holdAfter = Infinity;
    await expectArrived(file);
  });

  for (const at of [0.1, 1.02, 2.5, 4.99])
    it(`go on after a cut at ${at} MiB, and send nothing twice but an open block`, async () => {
      const file = createFile(5 * mebibyte);
      await offerAndHold(file, at * mebibyte);
      cut();
      expect(ben().only.state).to.equal("waiting");
      world.connect("ann", "ben");
      await expectArrived(file);
      expect(world.crossed).to.be.below(6.1 * mebibyte);
    });

  it("pause and go on from both sides, also across a cut", async () => {
    const file = createFile(12 * mebibyte);
    await offerAndHold(file, 1.5 * mebibyte);
    ben().transfers.setPaused(ben().only.key, true);
    world.holdAfter = Infinity;
    await world.run();
    expect([ann().only.isPausedThere, ben().only.isPausedHere]).to.deep.equal([true, true]);
    const held = ben().only.written;
    expect(held).to.be.below(file.size);
    ann().transfers.setPaused(ann().only.key, true);
    world.cut("ann", "ben");
    world.connect("ann", "ben");
    await world.run();
    expect([ann().only.isPausedThere, ben().only.isPausedThere]).to.deep.equal([true, true]);
    expect(ben().only.written).to.equal(held);
    ben().transfers.setPaused(ben().only.key, false);
    await world.run();
    expect(ben().only.written, "Ann still holds it").to.equal(held);
    ann().transfers.setPaused(ann().only.key, false);
    await expectArrived(file);
  });

  for (const [who, other] of [
    ["ann", "ben"],
    ["ben", "ann"],
  ] as const)
    it(`are cancelled by ${who} in the middle, and nothing is kept`, async () => {
      const { store } = ben();
      const kept: (KeptFile | null)[] = [];
      const open: FileStore["open"] = async (key, size) => {
        const opened = await store.open(key, size);
        kept.push(opened);
        return opened;
      };
      world.open("ben", { ...store, open });
      world.connect("ann", "ben");
      await offerAndHold(createFile(12 * mebibyte), 2.5 * mebibyte);
      expect((await kept[0]!.read()).size).to.equal(2 * mebibyte);
      world.holdAfter = Infinity;
      const page = world.page(who);
      page.transfers.cancel(page.only.key);
      await world.run();
      expect([page.only.state, page.only.isByOther]).to.deep.equal(["cancelled", false]);
      expect([world.page(other).only.state, world.page(other).only.isByOther]).to.deep.equal(["cancelled", true]);
      expect((await kept[0]!.read()).size).to.equal(0);
      // What was on its way is late, and no flood: the next one passes.
      ann().transfers.forget(ann().only.key);
      ben().transfers.forget(ben().only.key);
      const next = createFile(mebibyte, "next.bin", 2);
      await offerAndAccept(next);
      await expectArrived(next);
    });

  it("are cancelled during a cut, and both know afterwards", async () => {
    await offerAndHold(createFile(5 * mebibyte), 1.5 * mebibyte);
    cut();
    ben().transfers.cancel(ben().only.key);
    world.connect("ann", "ben");
    await world.run();
    expect([ann().only.state, ben().only.state]).to.deep.equal(["cancelled", "cancelled"]);
  });

  it("wait for a sender that was reloaded, and go on when it is given the file again", async () => {
    const file = createFile(5 * mebibyte);
    await offerAndHold(file, 3.5 * mebibyte);
    cut();
    world.open("ann");
    world.connect("ann", "ben");
    await world.run();
    expect([ben().only.state, ben().only.problem]).to.deep.equal(["waiting", "unknown"]);
    const before = world.crossed;
    ann().transfers.offer(file, "ben");
    await expectArrived(file);
    expect(world.crossed - before).to.be.below(2.1 * mebibyte);
  });

  it("start over when the reloaded sender has another file of the same name and size", async () => {
    await offerAndHold(createFile(5 * mebibyte), 3.5 * mebibyte);
    cut();
    world.open("ann");
    world.connect("ann", "ben");
    await world.run();
    const other = createFile(5 * mebibyte, "file.bin", 7);
    ann().transfers.offer(other, "ben");
    await expectArrived(other);
  });

  it("go on for a receiver that was reloaded, without another question", async () => {
    const file = createFile(5 * mebibyte);
    await offerAndHold(file, 3.5 * mebibyte);
    cut();
    const { store } = ben();
    world.open("ben", { ...store, has: async () => true });
    world.connect("ann", "ben");
    const before = world.crossed;
    await expectArrived(file);
    expect(world.crossed - before).to.be.below(2.1 * mebibyte);
  });

  it("ask again after a reload of the receiver that has kept nothing", async () => {
    await offerAndHold(createFile(5 * mebibyte), 1.5 * mebibyte);
    cut();
    world.open("ben");
    world.connect("ann", "ben");
    await world.run();
    expect([ann().only.state, ben().only.state]).to.deep.equal(["waiting", "offered"]);
  });

  it("come four at a time, and the others follow", async () => {
    for (let number = 0; number < 6; number++) ann().transfers.offer(createFile(mebibyte, `${number}.bin`), "ben");
    await world.run(() => ben().transfers.list.length === 6);
    for (const { key } of ben().transfers.list) ben().transfers.accept(key);
    const states = () => ben().transfers.list.map(({ state }) => state);
    expect(states()).to.deep.equal(["running", "running", "running", "running", "queued", "queued"]);
    await world.run(() => ann().transfers.list.every(({ state }) => state === "done"));
    expect(states().every((state) => state === "done")).to.equal(true);
  });

  it("of two people with one name and size are kept apart", async () => {
    const one = createFile(mebibyte, "same.bin", 1);
    const other = createFile(mebibyte, "same.bin", 2);
    for (const file of [one, other]) ann().transfers.offer(file, "ben");
    await world.run(() => ben().transfers.list.length === 2);
    for (const { key } of ben().transfers.list) ben().transfers.accept(key);
    await world.run(() => ann().transfers.list.every(({ state }) => state === "done"));
    const hashes = await Promise.all(ben().arrived.map(({ received }) => hashOf(received!)));
    expect(hashes.sort()).to.deep.equal([await hashOf(one), await hashOf(other)].sort());
  });

  it("end with a reason when the file cannot be read any more, or there is no room for it", async () => {
    const file = createFile(5 * mebibyte);
    Object.defineProperty(file, "slice", { value: () => ({ arrayBuffer: () => Promise.reject(new Error("gone")) }) });
    await offerAndAccept(file);
    await world.run();
    for (const page of [ann(), ben()])
      expect([page.only.state, page.only.problem]).to.deep.equal(["failed", "unreadable"]);

    world.open("ben", { ...ben().store, open: async () => null });
    world.connect("ann", "ben");
    ann().transfers.forget(ann().only.key);
    await offerAndAccept(createFile(mebibyte, "big.bin"));
    await world.run();
    expect([ann().only.problem, ben().only.problem]).to.deep.equal(["unwritable", "too-large"]);
  });
});
