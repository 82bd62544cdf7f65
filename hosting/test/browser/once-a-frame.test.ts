import { expect } from "chai";
import { onceAFrame } from "../../src/browser/once-a-frame.ts";

describe("once a frame", () => {
  const setUp = () => {
    const controller = new AbortController();
    let runs = 0;
    const frames: (() => void)[] = [];
    const ask = onceAFrame(() => (runs += 1), {
      signal: controller.signal,
      nextFrame: (run) => void frames.push(run),
    });
    return { controller, ask, frame: () => frames.shift()?.(), runs: () => runs };
  };

  it("runs immediately, and then once more for all that came before the frame", () => {
    const { ask, frame, runs } = setUp();
    ask();
    expect(runs()).to.equal(1);
    for (let times = 0; times < 5_000; times++) ask();
    expect(runs()).to.equal(1);
    frame();
    expect(runs()).to.equal(2);
    frame();
    expect(runs()).to.equal(2);
    ask();
    expect(runs()).to.equal(3);
  });

  it("loses nothing in a hidden page, which draws no frames", async () => {
    const frames = { requestAnimationFrame: () => 0, cancelAnimationFrame: () => undefined };
    Object.assign(globalThis, frames);
    try {
      let runs = 0;
      const controller = new AbortController();
      const isOver = new Promise((resolve) => controller.signal.addEventListener("abort", resolve));
      const ask = onceAFrame(() => void ((runs += 1) === 2 && controller.abort()), controller);
      for (let times = 0; times < 10; times++) ask();
      expect(runs).to.equal(1);
      await isOver;
    } finally {
      for (const name of Object.keys(frames)) Reflect.deleteProperty(globalThis, name);
    }
  });

  it("does not run when nobody asks, nor after the end", () => {
    const { controller, ask, frame, runs } = setUp();
    ask();
    ask();
    controller.abort();
    frame();
    ask();
    expect(runs()).to.equal(1);
  });
});
