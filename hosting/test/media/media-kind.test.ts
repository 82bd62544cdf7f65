import { expect } from "chai";
import { createMediaKind, readMediaKind, type MediaKind } from "../../src/media/media-kind.ts";

const track = (changes: Partial<MediaStreamTrack> = {}): MediaStreamTrack =>
  ({
    readyState: "live",
    enabled: true,
    muted: false,
    ...changes,
  }) as MediaStreamTrack;

function read(changes: Partial<MediaKind>, present: readonly string[] = ["built-in"]) {
  const devices = present.map((deviceId) => ({ deviceId }) as MediaDeviceInfo);
  return readMediaKind({ ...createMediaKind(null), isWanted: true, ...changes }, devices);
}

describe("a camera or a microphone", () => {
  it("is on only when others can get something of it", () => {
    expect(read({ track: track() }).isOn).to.equal(true);
    expect(read({ track: null }).isOn).to.equal(false);
    expect(read({ track: track(), isWanted: false }).isOn).to.equal(false);
    expect(read({ track: track({ enabled: false }) }).isOn).to.equal(false);
    expect(read({ track: track({ readyState: "ended" }) }).isOn).to.equal(false);
    expect(read({ track: track({ muted: true }) })).to.include({ isOn: false, isMuted: true });
  });

  it("is not muted by the system while the person has turned it off", () => {
    expect(read({ track: track({ muted: true, enabled: false }), isWanted: false }).isMuted).to.equal(false);
    expect(read({ track: track({ muted: true, readyState: "ended" }) }).isMuted).to.equal(false);
  });

  it("is a fallback only while it is open", () => {
    const fallback = { isFallback: true, deviceID: "headset" };
    expect(read({ ...fallback, track: track() })).to.include({ isFallback: true, returnedID: null });
    expect(read({ ...fallback, track: null }).isFallback).to.equal(false);
    expect(read({ ...fallback, isFallback: false, track: track() }).isFallback).to.equal(false);
  });

  it("names the expected one when that is back, chosen or lost", () => {
    for (const expected of [{ deviceID: "headset" }, { lostID: "headset" }]) {
      const state = read({ track: track(), isFallback: true, ...expected }, ["built-in", "headset"]);
      expect(state.returnedID).to.equal("headset");
    }
  });
});
