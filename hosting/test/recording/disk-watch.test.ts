import { expect } from "chai";
import { createDiskWatch, isAlmostFull, type Estimate } from "../../src/recording/disk-watch.ts";

const quota = 10_000_000_000;
const left = (bytes: number): Estimate => ({ quota, usage: quota - bytes });

describe("a device that is almost full", () => {
  it("has less than 200 MB left", () => {
    expect(isAlmostFull(left(200_000_000), 0)).to.equal(false);
    expect(isAlmostFull(left(199_999_999), 0)).to.equal(true);
  });

  it("has less than two minutes left at the rate of the recording", () => {
    const bytesPerMs = 5_000;
    expect(isAlmostFull(left(600_000_000), bytesPerMs)).to.equal(false);
    expect(isAlmostFull(left(599_999_999), bytesPerMs)).to.equal(true);
  });

  it("is not supposed where the browser says nothing", () => {
    expect(isAlmostFull({}, 1)).to.equal(false);
    expect(isAlmostFull({ quota }, 1)).to.equal(false);
  });
});

describe("the watch over the disk", () => {
  function watch(estimate: () => Promise<Estimate>) {
    let nowMs = 1_000;
    let asked = 0;
    const isFull = createDiskWatch({
      now: () => nowMs,
      estimate() {
        asked += 1;
        return estimate();
      },
    });
    return {
      isFull,
      pass: (ms: number) => void (nowMs += ms),
      asked: () => asked,
    };
  }

  it("asks every 5 s, however many pieces come", async () => {
    const { isFull, pass, asked } = watch(async () => left(1));
    for (let piece = 0; piece < 4; piece += 1) {
      pass(1_000);
      expect(await isFull(piece)).to.equal(false);
    }
    pass(1_000);
    expect(await isFull(5)).to.equal(true);
    expect(asked()).to.equal(1);
  });

  it("knows the rate from what was written", async () => {
    // 10 kB a ms: two minutes are 1.2 GB.
    const { isFull, pass } = watch(async () => left(1_100_000_000));
    pass(5_000);
    expect(await isFull(10_000)).to.equal(false);
    pass(5_000);
    expect(await isFull(100_000_000)).to.equal(true);
  });

  it("does not end a recording because the browser failed to say it", async () => {
    const { isFull, pass } = watch(() => Promise.reject(new Error("no")));
    pass(5_000);
    expect(await isFull(1)).to.equal(false);
  });
});
