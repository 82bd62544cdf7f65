// The browser's own ways to refuse, by the interface of getUserMedia.
import { expect } from "chai";
import { openDevices } from "../../src/check/open-devices.ts";
import { createHurriedClock } from "./hurried-clock.ts";

type Asked = MediaStreamConstraints;

describe("openDevices", () => {
  const original = Object.getOwnPropertyDescriptor(globalThis, "navigator");
  afterEach(() => {
    if (original === undefined) Reflect.deleteProperty(globalThis, "navigator");
    else Object.defineProperty(globalThis, "navigator", original);
  });

  function install(getUserMedia: ((asked: Asked) => Promise<unknown>) | undefined) {
    const permissions = { query: async () => ({ state: "denied" }) };
    const value = { permissions, mediaDevices: getUserMedia && { getUserMedia } };
    Object.defineProperty(globalThis, "navigator", { value, configurable: true });
  }

  const createTrack = (kind: string) => {
    const track = { kind, isStopped: false, stop: () => void (track.isStopped = true) };
    return track;
  };
  const open = (signal = new AbortController().signal) => openDevices(createHurriedClock(), signal);
  const refuse = (name: string) => () => Promise.reject(Object.assign(new Error("No"), { name }));

  it("opens both in one request, as a call does", async () => {
    const asked: Asked[] = [];
    const tracks = [createTrack("audio"), createTrack("video")];
    install(async (constraints) => (asked.push(constraints), { getTracks: () => tracks }));
    expect(await open()).to.deep.equal({ audio: tracks[0], video: tracks[1] });
    expect(asked.map((constraints) => Object.keys(constraints))).to.deep.equal([["audio", "video"]]);
  });

  it("names a refusal, and a browser that opens nothing", async () => {
    install(refuse("NotAllowedError"));
    expect(await open()).to.deep.equal({ audio: "denied", video: "denied" });
    install(refuse("NotFoundError"));
    expect(await open()).to.deep.equal({ audio: "missing", video: "missing" });
    install(undefined);
    expect(await open()).to.deep.equal({ audio: "unsupported", video: "unsupported" });
  });

  it("opens the microphone where only the camera is missing", async () => {
    const track = createTrack("audio");
    install((asked) =>
      asked.video === undefined ? Promise.resolve({ getTracks: () => [track] }) : refuse("NotFoundError")(),
    );
    expect(await open()).to.deep.equal({ audio: track, video: "missing" });
  });

  it("gives up on a question that nobody answers, and stops what comes later", async () => {
    let answer = (_stream: unknown) => {};
    install(() => new Promise((resolve) => (answer = resolve)));
    expect(await open()).to.deep.equal({ audio: "unanswered", video: "unanswered" });
    const late = createTrack("video");
    answer({ getTracks: () => [late] });
    await new Promise((resolve) => setImmediate(resolve));
    expect(late.isStopped).to.equal(true);
  });

  it("stops what comes when the page has moved on", async () => {
    const leaving = new AbortController();
    const track = createTrack("video");
    install(async () => (leaving.abort(), { getTracks: () => [track] }));
    await open(leaving.signal);
    expect(track.isStopped).to.equal(true);
  });
});
