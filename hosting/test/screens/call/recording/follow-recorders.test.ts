import { expect } from "chai";
import { followRecorders } from "../../../../src/screens/call/recording/follow-recorders.ts";

function follow() {
  const told: string[] = [];
  const timers: { run: () => void; isCancelled: boolean }[] = [];
  const recorders = followRecorders({
    onShown: ({ participantID, recording }, isNew) =>
      told.push(`${participantID} ${recording}${isNew ? "" : " again"}`),
    onGone: (participantID) => told.push(`${participantID} gone`),
    after(_ms, run) {
      const timer = { run, isCancelled: false };
      timers.push(timer);
      return () => void (timer.isCancelled = true);
    },
  });
  return {
    recorders,
    told,
    /** The time of every timer has come. */
    pass: () => timers.splice(0).forEach(({ run, isCancelled }) => isCancelled || run()),
    waiting: () => timers.filter(({ isCancelled }) => !isCancelled).length,
  };
}

const anna = (recording: number) => ({ participantID: "anna", recording });

describe("who records", () => {
  it("is shown at once, and told of once", () => {
    const { recorders, told } = follow();
    recorders.review([anna(1)]);
    recorders.review([anna(1)]);
    expect(recorders.list).to.deep.equal(["anna"]);
    expect(told).to.deep.equal(["anna 1"]);
  });

  it("is shown a moment longer", () => {
    const { recorders, told, pass } = follow();
    recorders.review([anna(1)]);
    recorders.review([]);
    expect(recorders.list).to.deep.equal(["anna"]);
    pass();
    expect(recorders.list).to.deep.equal([]);
    expect(told).to.deep.equal(["anna 1", "anna gone"]);
  });

  it("causes one word for any number of ons and offs in a row, but each recording is confirmed", () => {
    const { recorders, told, pass, waiting } = follow();
    for (let recording = 1; recording <= 50; recording += 1) {
      recorders.review([anna(recording)]);
      recorders.review([]);
      expect(waiting()).to.equal(1);
    }
    expect(told.filter((words) => !words.endsWith("again"))).to.deep.equal(["anna 1"]);
    expect(told).to.have.lengthOf(50);
    pass();
    expect(told.at(-1)).to.equal("anna gone");
  });

  it("is not told of after the call", () => {
    const { recorders, told, pass } = follow();
    recorders.review([anna(1)]);
    recorders.review([]);
    recorders.stop();
    pass();
    expect(told).to.deep.equal(["anna 1"]);
  });
});
