import { expect } from "chai";
import { startNegotiation } from "../../../src/call/negotiation/perfect-negotiation.ts";
import { createSignalBatcher, type SignalBody } from "../../../src/call/negotiation/signal-batching.ts";
import { FakeConnection } from "../fakes/fake-connection.ts";
import { createManualClock } from "../../platform/manual-clock.ts";

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
const offer = { description: { type: "offer", sdp: "v=0" } } as const;
const answer = { description: { type: "answer", sdp: "v=0" } } as const;
const candidate = { candidate: "candidate:1", sdpMid: "0", sdpMLineIndex: 0 };

describe("negotiation inside one connection", () => {
  function start(options: { isPolite: boolean; isInitiator: boolean }) {
    const connection = new FakeConnection();
    const described: (string | undefined)[] = [];
    const added: string[] = [];
    const counts = { offered: 0, prepared: 0, answered: 0, failed: 0 };
    const controller = new AbortController();
    connection.addIceCandidate = async (given?: { candidate: string }) => void added.push(given?.candidate ?? "");
    const negotiation = startNegotiation({
      ...options,
      connection: connection as unknown as RTCPeerConnection,
      batcher: createSignalBatcher({
        clock: createManualClock(),
        isDirect: () => true,
        mayGatherLonger: () => false,
        isGathering: () => false,
        deliver: ({ description }: SignalBody) => described.push(description?.type),
      }),
      onOffered: () => void counts.offered++,
      prepareAnswer: () => void counts.prepared++,
      onAnswerSet: async () => {},
      onAnswered: () => counts.answered++,
      onFailed: () => counts.failed++,
      signal: controller.signal,
    });
    const need = () => connection.dispatchEvent(new Event("negotiationneeded"));
    return { connection, negotiation, described, added, counts, controller, need };
  }

  it("leaves the first offer to the initiator", async () => {
    const { described, need, negotiation, counts } = start({ isPolite: true, isInitiator: false });
    need();
    await settle();
    expect(described).to.deep.equal([]);
    negotiation.handleSignal(offer);
    await settle();
    expect(described).to.deep.equal(["answer"]);
    need();
    await settle();
    expect(described).to.deep.equal(["answer", "offer"]);
    expect(counts).to.deep.equal({ offered: 1, prepared: 1, answered: 1, failed: 0 });
  });

  it("ignores a colliding offer and its candidates as the impolite peer", async () => {
    const { described, added, need, negotiation } = start({ isPolite: false, isInitiator: true });
    need();
    await settle();
    negotiation.handleSignal({ ...offer, candidates: [candidate] });
    negotiation.handleSignal({ candidates: [candidate] });
    await settle();
    expect(described).to.deep.equal(["offer"]);
    negotiation.handleSignal({ ...answer, candidates: [candidate] });
    await settle();
    expect(added).to.deep.equal([candidate.candidate]);
  });

  it("gives way to a colliding offer as the polite peer", async () => {
    const { described, need, negotiation } = start({ isPolite: true, isInitiator: true });
    need();
    await settle();
    negotiation.handleSignal(offer);
    await settle();
    expect(described).to.deep.equal(["offer", "answer"]);
  });

  it("rejects a second answer without harm", async () => {
    const { need, negotiation, counts, connection } = start({ isPolite: true, isInitiator: true });
    need();
    await settle();
    negotiation.handleSignal(answer);
    negotiation.handleSignal({ description: { type: "answer", sdp: "v=0 again" } });
    await settle();
    expect(connection.remoteDescription?.sdp).to.equal("v=0");
    expect(counts).to.include({ answered: 1, failed: 0 });
  });

  it("keeps candidates that come before their description", async () => {
    const { added, negotiation } = start({ isPolite: true, isInitiator: false });
    negotiation.handleSignal({ candidates: [candidate] });
    await settle();
    expect(added).to.deep.equal([]);
    negotiation.handleSignal(offer);
    await settle();
    expect(added).to.deep.equal([candidate.candidate]);
  });

  it("reports a description that cannot be applied, and nothing after its end", async () => {
    const { connection, negotiation, counts, controller } = start({ isPolite: true, isInitiator: false });
    connection.setRemoteDescription = () => Promise.reject(new Error("not SDP"));
    negotiation.handleSignal(offer);
    await settle();
    expect(counts.failed).to.equal(1);
    controller.abort();
    negotiation.handleSignal(offer);
    await settle();
    expect(counts.failed).to.equal(1);
  });
});
