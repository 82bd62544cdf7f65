import { expect } from "chai";
import { createCallSounds } from "../../../../src/screens/call/sounds/call-sounds.ts";
import type { Notes } from "../../../../src/sound/play-notes.ts";

/** The sounds, and a clock whose waiting steps run when the test says so. */
function start() {
  const waiting = new Set<() => void>();
  const played: (readonly number[])[] = [];
  const play = async ({ frequenciesHz }: Notes) => void played.push(frequenciesHz);
  const after = (_delayMs: number, run: () => void) => {
    waiting.add(run);
    return () => void waiting.delete(run);
  };
  const pass = () => {
    for (const run of waiting) run();
    waiting.clear();
  };
  return { pass, played, sounds: createCallSounds(play, { now: () => 0, after }) };
}

describe("the sounds of a call", () => {
  it("are one for several events within a moment, the last one", () => {
    const { pass, played, sounds } = start();
    sounds.play("joined");
    sounds.play("joined");
    sounds.play("left");
    expect(played).to.deep.equal([]);
    pass();
    expect(played).to.have.length(1);
    expect(played[0]![0], "leaving falls").to.be.above(played[0]![1]!);
  });

  it("come again for the next event, and not after the end of the call", () => {
    const { pass, played, sounds } = start();
    sounds.play("joined");
    pass();
    sounds.play("message");
    pass();
    expect(played).to.have.length(2);
    sounds.play("hand");
    sounds.stop();
    pass();
    expect(played).to.have.length(2);
  });
});
