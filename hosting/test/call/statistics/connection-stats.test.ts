import { expect } from "chai";
import { isBandwidthShort } from "../../../src/call/quality/cpu-overuse.ts";
import { compareSamples, sampleStats } from "../../../src/call/statistics/connection-stats.ts";

const stats = (seconds: number) => [
  { id: "T", type: "transport", selectedCandidatePairId: "P2" },
  { id: "P1", type: "candidate-pair", nominated: true, state: "succeeded", currentRoundTripTime: 9 },
  {
    id: "P2",
    type: "candidate-pair",
    currentRoundTripTime: 0.0426,
    availableOutgoingBitrate: 120_000,
    localCandidateId: "L",
    remoteCandidateId: "R",
  },
  { id: "L", type: "local-candidate", candidateType: "host", address: "192.0.2.7" },
  { id: "R", type: "remote-candidate", candidateType: "relay", address: "192.0.2.8" },
  {
    id: "A",
    type: "inbound-rtp",
    kind: "audio",
    mid: "0",
    bytesReceived: 1_000 * seconds,
    packetsReceived: 50 * seconds,
    packetsLost: 0,
    totalAudioEnergy: 0.01 * seconds,
  },
  {
    id: "V",
    type: "inbound-rtp",
    kind: "video",
    mid: "1",
    bytesReceived: 9_000 * seconds,
    packetsReceived: 40 * seconds,
    packetsLost: 10 * seconds,
    framesDecoded: 15 * seconds,
    frameWidth: 640,
    frameHeight: 360,
  },
  { id: "S", type: "inbound-rtp", kind: "video", mid: "3", frameWidth: 1920, frameHeight: 1080, framesDecoded: 5 },
  {
    id: "O",
    type: "outbound-rtp",
    kind: "video",
    mid: "1",
    bytesSent: 500 * seconds,
    qualityLimitationReason: "cpu",
    targetBitrate: 90_000,
  },
  { id: "M", type: "media-source", kind: "audio", totalAudioEnergy: 0 },
];
const sample = (seconds: number) => sampleStats(stats(seconds), "1", seconds * 1_000);

describe("the statistics of a connection", () => {
  it("are those of the time between two readings, of the camera and not of a shared screen", () => {
    expect(compareSamples(sample(10), sample(12))).to.deep.equal({
      roundTripMs: 43,
      lossRatio: 0.1,
      receivedBps: 80_000,
      sentBps: 4_000,
      width: 640,
      height: 360,
      framesPerSecond: 15,
      isRelayed: true,
      limitation: "cpu",
      targetBps: 90_000,
      availableBps: 120_000,
      audio: "sound",
      isMicrophoneLoud: false,
      isMicrophoneDead: null,
    });
  });

  it("tell a microphone that gives zeros from one that is off, and from a quiet one", () => {
    const before = { ...sample(10), audioEnergySent: 1, audioSecondsSent: 10 };
    const read = (changes: object) => compareSamples(before, { ...before, atMs: 12_000, ...changes }).isMicrophoneDead;
    expect(read({ audioSecondsSent: 12 })).to.equal(true);
    expect(read({ audioSecondsSent: 12, audioEnergySent: 1 + 1e-12 })).to.equal(false);
    expect(read({})).to.equal(null);
  });

  it("show a frozen video as none", () => {
    const still = { ...sample(12), framesDecoded: sample(10).framesDecoded };
    expect(compareSamples(sample(10), still)).to.include({ width: 0, height: 0, framesPerSecond: 0 });
  });

  it("distinguish silent packets from no packets", () => {
    const before = sample(10);
    const silent = { ...sample(12), audioEnergyReceived: before.audioEnergyReceived };
    expect(compareSamples(before, silent).audio).to.equal("silence");
    expect(compareSamples(before, { ...silent, audioPacketsReceived: before.audioPacketsReceived }).audio).to.equal(
      "none",
    );
  });

  it("do without what some browsers do not tell", () => {
    const untold = ["qualityLimitationReason", "targetBitrate", "currentRoundTripTime", "totalAudioEnergy", "mid"];
    const told = (seconds: number) =>
      stats(seconds).map((stat) => Object.fromEntries(Object.entries(stat).filter(([key]) => !untold.includes(key))));
    const read = (seconds: number) => sampleStats(told(seconds), "1", seconds * 1_000);
    const found = compareSamples(read(10), read(12));
    expect(found).to.include({
      limitation: "none",
      targetBps: null,
      roundTripMs: null,
      isMicrophoneDead: null,
      isRelayed: true,
      lossRatio: 0.1,
      audio: "silence",
    });
    expect(isBandwidthShort(found, 2_000_000)).to.equal(false);
    expect(isBandwidthShort({ limitation: "bandwidth", targetBps: null }, 2_000_000)).to.equal(false);
  });

  it("contain no address", () => {
    expect(JSON.stringify([sample(10), compareSamples(sample(10), sample(12))])).to.not.include("192.0.2");
  });
});
