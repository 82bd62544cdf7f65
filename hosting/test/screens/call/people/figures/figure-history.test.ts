import { expect } from "chai";
import {
  readingCount,
  recordFigures,
  type FigureHistory,
  type Figures,
} from "../../../../../src/screens/call/people/figures/figure-history.ts";

function figuresOf(roundTripMs: number): Figures {
  return {
    roundTripMs,
    lossRatio: 0,
    receivedBps: 0,
    sentBps: 0,
    width: 0,
    height: 0,
    framesPerSecond: 0,
    isRelayed: null,
    limitation: "none",
    targetBps: null,
    availableBps: null,
    audio: "none",
    isMicrophoneLoud: false,
    isMicrophoneDead: null,
  };
}

const nothing: FigureHistory = new Map();

describe("recordFigures", () => {
  it("adds each new reading at the end", () => {
    const [first, second] = [figuresOf(1), figuresOf(2)];
    let history = recordFigures(nothing, [{ participantID: "a", stats: first }]);
    history = recordFigures(history, [{ participantID: "a", stats: second }]);
    expect(history.get("a")).to.deep.equal([first, second]);
  });

  it("does not count other changes as a reading", () => {
    const stats = figuresOf(1);
    let history = recordFigures(nothing, [{ participantID: "a", stats }]);
    history = recordFigures(history, [{ participantID: "a", stats }]);
    history = recordFigures(history, [{ participantID: "a", stats: null }]);
    expect(history.get("a")).to.deep.equal([stats]);
  });

  it("counts a reading with unchanged figures", () => {
    let history = recordFigures(nothing, [{ participantID: "a", stats: figuresOf(1) }]);
    history = recordFigures(history, [{ participantID: "a", stats: figuresOf(1) }]);
    expect(history.get("a")).to.have.length(2);
  });

  it("keeps only the last readings", () => {
    let history = nothing;
    for (let reading = 1; reading <= readingCount + 5; reading += 1) {
      history = recordFigures(history, [{ participantID: "a", stats: figuresOf(reading) }]);
    }
    expect(history.get("a")).to.have.length(readingCount);
    expect(history.get("a")?.[0]?.roundTripMs).to.equal(6);
  });

  it("forgets participants that have left", () => {
    const history = recordFigures(nothing, [{ participantID: "a", stats: figuresOf(1) }]);
    expect([...recordFigures(history, [{ participantID: "b", stats: null }]).keys()]).to.deep.equal(["b"]);
  });
});
