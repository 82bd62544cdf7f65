import { expect } from "chai";
import { checkCamera, checkMicrophone, checkSpeakers, countDevices } from "../../src/check/check-devices.ts";
import type { Opened } from "../../src/check/open-devices.ts";
import { createHurriedClock } from "./hurried-clock.ts";

const counts = { cameras: 1, microphones: 2, speakers: 0 };
const watching = () => ({ clock: createHurriedClock(), signal: new AbortController().signal });
const track = (changes: object = {}) =>
  ({ getSettings: () => ({ width: 640, height: 360 }), muted: false, ...changes }) as unknown as MediaStreamTrack;
const pixels = (value: number) => Uint8ClampedArray.from([value, value, value, 255]);

describe("checkCamera", () => {
  async function check(read: () => Uint8ClampedArray | null, opened: Opened = track()) {
    const { verdict, code, figures } = await checkCamera(opened, counts, () => read, watching());
    return { verdict, code, figures };
  }

  it("passes when the picture moves, also after a while", async () => {
    let frame = 0;
    const found = await check(() => (++frame < 4 ? null : pixels(frame < 9 ? 80 : 81)));
    expect(found).to.deep.equal({ verdict: "ok", code: "ok", figures: { width: 640, height: 360, cameras: 1 } });
  });

  it("tells a still picture, a black one, and none from each other", async () => {
    expect((await check(() => pixels(80))).code).to.equal("still");
    let noise = 0;
    expect((await check(() => pixels((noise = 1 - noise)))).code).to.equal("black");
    expect(await check(() => null)).to.include({ verdict: "failed", code: "no-picture" });
  });

  it("passes on why there is no camera", async () => {
    for (const [problem, verdict] of [
      ["denied", "failed"],
      ["blocked", "failed"],
      ["in-use", "failed"],
      ["unsupported", "failed"],
      ["unknown", "failed"],
      ["missing", "look"],
      ["dismissed", "look"],
      ["unanswered", "look"],
    ] as const) {
      expect(await check(() => null, problem)).to.include({ verdict, code: problem });
    }
  });
});

describe("checkMicrophone", () => {
  async function check(read: () => () => Float32Array | null, opened: Opened = track()) {
    const { verdict, code } = await checkMicrophone(opened, counts, read, watching());
    return `${verdict} ${code}`;
  }

  it("passes with the least noise", async () => {
    let reads = 0;
    expect(await check(() => () => Float32Array.of(0, ++reads > 3 ? 1e-5 : 0))).to.equal("ok ok");
  });

  it("tells silence, a muted one, and one that it may not hear from each other", async () => {
    expect(await check(() => () => new Float32Array(8))).to.equal("look silent");
    expect(await check(() => () => new Float32Array(8), track({ muted: true }))).to.equal("look muted");
    expect(await check(() => () => null)).to.equal("look untold");
    expect(
      await check(() => {
        throw new Error("No Web Audio");
      }),
    ).to.equal("look untold");
  });

  it("passes on why there is none", async () => {
    expect(await check(() => () => null, "denied")).to.equal("failed denied");
    expect(await check(() => () => null, "missing")).to.equal("look missing");
  });
});

describe("countDevices", () => {
  it("counts each kind, and nothing where the browser does not tell", async () => {
    const kinds = ["videoinput", "audioinput", "audioinput", "audiooutput"];
    const enumerateDevices = async () => kinds.map((kind) => ({ kind }) as MediaDeviceInfo);
    expect(await countDevices({ enumerateDevices })).to.deep.equal({ cameras: 1, microphones: 2, speakers: 1 });
    const none = { cameras: 0, microphones: 0, speakers: 0 };
    expect(await countDevices(undefined)).to.deep.equal(none);
    expect(await countDevices({ enumerateDevices: () => Promise.reject(new Error("No")) })).to.deep.equal(none);
  });
});

describe("checkSpeakers", () => {
  it("is content without a list: the system plays", () => {
    expect(checkSpeakers(counts)).to.include({ verdict: "ok", code: "system" });
    expect(checkSpeakers({ ...counts, speakers: 2 }).figures).to.deep.equal({ speakers: 2 });
  });
});
