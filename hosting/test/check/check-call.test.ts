import { expect } from "chai";
import { checkCall, readArrived, type Arrived } from "../../src/check/check-call.ts";
import { createHurriedClock } from "./hurried-clock.ts";

const nothing: Arrived = { isConnected: false, frames: 0, soundPackets: 0, isHeard: false };
const everything: Arrived = { isConnected: true, frames: 5, soundPackets: 9, isHeard: true };

async function check(read: (count: number) => Arrived, isDrawn = false) {
  let count = 0;
  let ends = 0;
  const call = { read: async () => read(count++), end: () => void (ends += 1) };
  const { signal } = new AbortController();
  const found = await checkCall(async () => call, { clock: createHurriedClock(), signal, isDrawn });
  expect(ends).to.equal(1);
  return found;
}

describe("checkCall", () => {
  it("passes when picture and sound arrive, and says after how long", async () => {
    const found = await check((count) => (count < 3 ? nothing : { ...everything, isHeard: count > 6 }));
    expect(found).to.include({ verdict: "ok", code: "ok" });
    expect(found.figures["soundMs"]).to.be.greaterThan(found.figures["pictureMs"] as number);
  });

  it("says that the picture was drawn where there was no camera", async () => {
    expect((await check(() => everything, true)).code).to.equal("drawn");
  });

  it("tells what did not arrive", async () => {
    const codeOf = async (arrived: Partial<Arrived>) => {
      const { verdict, code } = await check(() => ({ ...everything, ...arrived }));
      return `${verdict} ${code}`;
    };
    expect(await codeOf(nothing)).to.equal("failed not-connected");
    expect(await codeOf({ frames: 0 })).to.equal("failed no-picture");
    expect(await codeOf({ isHeard: false, soundPackets: 0 })).to.equal("failed no-sound");
    expect(await codeOf({ isHeard: false })).to.equal("ok sound-untold");
  });

  it("ends a call whose statistics cannot be read, and survives one that does not start", async () => {
    const broken = await check(() => {
      throw new Error("InvalidStateError");
    });
    expect(broken).to.include({ verdict: "look", code: "untold" });
    const { signal } = new AbortController();
    const start = () => Promise.reject(new Error("No"));
    const found = await checkCall(start, { clock: createHurriedClock(), signal, isDrawn: false });
    expect(found).to.include({ verdict: "failed", code: "not-started" });
  });
});

describe("readArrived", () => {
  it("adds up what has arrived, and takes what is missing for nothing", () => {
    const stats = [
      { type: "inbound-rtp", kind: "video", framesDecoded: 7 },
      { type: "inbound-rtp", kind: "video" },
      { type: "inbound-rtp", kind: "audio", packetsReceived: 3, totalAudioEnergy: 0 },
      { type: "outbound-rtp", kind: "video", framesDecoded: 9 },
    ];
    const read = { isConnected: true, frames: 7, soundPackets: 3, isHeard: false };
    expect(readArrived("connected", stats, null)).to.deep.equal(read);
    expect(readArrived("connected", stats, Float32Array.of(0, 0.1))).to.deep.equal({ ...read, isHeard: true });
    stats[2]!.totalAudioEnergy = 0.5;
    expect(readArrived("new", stats, null)).to.deep.equal({ ...read, isConnected: false, isHeard: true });
  });
});
