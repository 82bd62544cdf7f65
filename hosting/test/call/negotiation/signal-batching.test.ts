import type { Candidate } from "@meetogram/contract";
import { expect } from "chai";
import { createSignalBatcher, type SignalBody } from "../../../src/call/negotiation/signal-batching.ts";
import { timings } from "../../../src/call/timings.ts";
import { createManualClock } from "../../platform/manual-clock.ts";

const candidate = (name: string): Candidate => ({ candidate: name, sdpMid: "0", sdpMLineIndex: 0 });
const offer = { type: "offer", sdp: "v=0" } as const;
const answer = { type: "answer", sdp: "v=0" } as const;

describe("signal batching", () => {
  let clock: ReturnType<typeof createManualClock>;
  let isDirect: boolean;
  let mayGatherLonger: boolean;
  let isGathering: boolean;
  let delivered: SignalBody[];
  let batcher: ReturnType<typeof createSignalBatcher>;

  beforeEach(() => {
    clock = createManualClock();
    isDirect = false;
    mayGatherLonger = false;
    isGathering = true;
    delivered = [];
    batcher = createSignalBatcher({
      clock,
      isDirect: () => isDirect,
      mayGatherLonger: () => mayGatherLonger,
      isGathering: () => isGathering,
      deliver: (body) => delivered.push(body),
    });
  });

  it("sends a description with the candidates gathered until gathering ends", () => {
    batcher.addDescription(offer);
    batcher.addCandidate(candidate("a"));
    batcher.addCandidate(candidate("b"));
    expect(delivered).to.deep.equal([]);
    batcher.addCandidate(null);
    expect(delivered).to.deep.equal([{ description: offer, candidates: [candidate("a"), candidate("b")] }]);
    clock.advance(10_000);
    expect(delivered).to.have.length(1);
  });

  it("does not wait for slow gathering longer than its limit", () => {
    batcher.addDescription(offer);
    batcher.addCandidate(candidate("a"));
    clock.advance(timings.gatherMs);
    expect(delivered).to.deep.equal([{ description: offer, candidates: [candidate("a")] }]);
  });

  it("waits longer where nobody waits for the connection yet, until somebody does", () => {
    mayGatherLonger = true;
    batcher.addDescription(offer);
    batcher.addCandidate(candidate("a"));
    clock.advance(timings.gatherMs);
    expect(delivered).to.deep.equal([]);
    batcher.flush();
    expect(delivered).to.deep.equal([{ description: offer, candidates: [candidate("a")] }]);
    batcher.addDescription(answer);
    batcher.addCandidate(candidate("b"));
    clock.advance(timings.longGatherMs);
    expect(delivered.at(-1)).to.deep.equal({ description: answer, candidates: [candidate("b")] });
  });

  it("sends no description before its first candidates: they would cost another signal", () => {
    batcher.addDescription(offer);
    clock.advance(timings.gatherMs);
    batcher.flush();
    clock.advance(1_000);
    expect(delivered).to.deep.equal([]);
    batcher.addCandidate(candidate("a"));
    clock.advance(timings.batchMs - 1);
    batcher.addCandidate(candidate("b"));
    clock.advance(1);
    expect(delivered).to.deep.equal([{ description: offer, candidates: [candidate("a"), candidate("b")] }]);
  });

  it("sends a description alone when no candidate comes for very long, or immediately when gathering has ended", () => {
    batcher.addDescription(offer);
    clock.advance(timings.gatherMs + timings.longGatherMs);
    batcher.addDescription(answer);
    batcher.addCandidate(null);
    expect(delivered).to.deep.equal([{ description: offer }, { description: answer }]);
    clock.advance(10_000);
    expect(delivered).to.have.length(2);
  });

  it("sends later candidates together", () => {
    batcher.addCandidate(candidate("a"));
    clock.advance(timings.batchMs - 1);
    batcher.addCandidate(candidate("b"));
    expect(delivered).to.deep.equal([]);
    clock.advance(1);
    expect(delivered).to.deep.equal([{ candidates: [candidate("a"), candidate("b")] }]);
  });

  it("waits for nothing over the data channel", () => {
    isDirect = true;
    batcher.addDescription(answer);
    batcher.addCandidate(candidate("a"));
    expect(delivered).to.deep.equal([{ description: answer }, { candidates: [candidate("a")] }]);
  });

  it("sends candidates that waited before a description that follows them, which has none to wait for", () => {
    isGathering = false;
    batcher.addCandidate(candidate("a"));
    batcher.addDescription(answer);
    clock.advance(timings.gatherMs);
    expect(delivered).to.deep.equal([{ candidates: [candidate("a")] }, { description: answer }]);
  });

  it("drops a superseded description with its candidates", () => {
    batcher.addDescription(offer);
    batcher.addCandidate(candidate("of the offer"));
    batcher.addDescription(answer);
    batcher.addCandidate(candidate("of the answer"));
    clock.advance(timings.gatherMs);
    expect(delivered).to.deep.equal([{ description: answer, candidates: [candidate("of the answer")] }]);
  });

  it("splits too many candidates into several signals", () => {
    batcher.addDescription(offer);
    for (let index = 0; index < 100; index++) batcher.addCandidate(candidate(String(index)));
    clock.advance(timings.gatherMs);
    expect(delivered.map(({ candidates }) => candidates?.length)).to.deep.equal([64, 36]);
    expect(delivered.map(({ description }) => description)).to.deep.equal([offer, undefined]);
  });

  it("sends nothing once it is closed", () => {
    batcher.addDescription(offer);
    batcher.close();
    batcher.addCandidate(candidate("late"));
    batcher.addCandidate(null);
    clock.advance(10_000);
    expect(delivered).to.deep.equal([]);
  });
});
