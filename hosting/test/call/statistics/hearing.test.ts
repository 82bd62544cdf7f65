import type { ReceptionReport } from "@meetogram/contract";
import { expect } from "chai";
import { judgeHearing, noHearing } from "../../../src/call/statistics/hearing.ts";

const report = (audio: ReceptionReport["audio"], isSoundBlocked = false): ReceptionReport => ({
  type: "report",
  audio,
  isSoundBlocked,
  framesPerSecond: 15,
  lossRatio: 0,
  roundTripMs: 20,
  isRelayed: false,
});
type Observed = Parameters<typeof judgeHearing>[1];
const said = (audio: ReceptionReport["audio"]): Observed => ({
  report: report(audio),
  isMicrophoneLoud: true,
  isMuted: false,
});
const paused: Observed = { report: report("silence"), isMicrophoneLoud: false, isMuted: false };
const judge = (...observed: Observed[]) => observed.reduce(judgeHearing, noHearing).hearing;

describe("whether the remote participant hears us", () => {
  it("is unknown until there is something to hear", () => {
    expect(judge(paused, paused, paused)).to.equal("unknown");
  });

  it("is yes once sound arrives, and stays yes in pauses", () => {
    expect(judge(said("sound"), paused, paused)).to.equal("yes");
  });

  it("is no when two reports in a row heard nothing of what was said", () => {
    expect(judge(said("silence"))).to.equal("unknown");
    expect(judge(said("sound"), said("none"), paused, said("silence"))).to.equal("no");
    expect(judge(said("none"), said("none"), said("sound"))).to.equal("yes");
  });

  it("is blocked while the remote browser does not play audio", () => {
    const blocked = { report: report("sound", true), isMicrophoneLoud: true, isMuted: false };
    expect(judge(said("sound"), blocked)).to.equal("blocked");
    expect(judge(blocked, paused)).to.equal("unknown");
    expect(judge(blocked, said("sound"))).to.equal("yes");
  });

  it("is unknown while muted", () => {
    expect(judge(said("sound"), { ...paused, isMuted: true })).to.equal("unknown");
  });
});
