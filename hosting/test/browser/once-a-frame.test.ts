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
