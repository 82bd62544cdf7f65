import { expect } from "chai";
import { watchSpeech } from "../../../src/call/statistics/speech.ts";
import { createManualClock } from "../../platform/manual-clock.ts";

describe("speech", () => {
  it("is noticed soon, includes its gaps, and ends with quiet", () => {
    const clock = createManualClock();
    const changes: boolean[] = [];
    let level = 0;
    const speech = watchSpeech({ clock, readLevel: () => level, onChange: (isSpeaking) => changes.push(isSpeaking) });
    clock.advance(1_000);
    expect(changes).to.deep.equal([]);
    level = 0.3;
    clock.advance(300);
    expect(changes).to.deep.equal([true]);
    level = 0;
    clock.advance(600);
    level = 0.3;
    clock.advance(400);
    expect(changes).to.deep.equal([true]);
    level = 0;
    clock.advance(1_200);
    expect(changes).to.deep.equal([true, false]);
    speech.stop();
    level = 0.3;
    clock.advance(1_000);
    expect(changes).to.deep.equal([true, false]);
  });
});
