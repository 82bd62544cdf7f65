import { expect } from "chai";
import { createMediaKind, readMediaKind, type MediaKind } from "../../src/media/media-kind.ts";

const track = (changes: Partial<MediaStreamTrack> & { deviceId?: string } = {}): MediaStreamTrack =>
  ({
    readyState: "live",
    enabled: true,
    muted: false,
    getSettings: () => ({ deviceId: changes.deviceId ?? "built-in" }),
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

  it("is a fallback when it is not the chosen one, or not the one that was lost", () => {
    expect(read({ track: track(), deviceID: "built-in" }).isFallback).to.equal(false);
    expect(read({ track: track(), deviceID: "headset" })).to.include({ isFallback: true, returnedID: null });
    expect(read({ track: track(), lostID: "headset" }).isFallback).to.equal(true);
    expect(read({ track: track({ deviceId: "headset" }), lostID: "headset" }).isFallback).to.equal(false);
    expect(read({ track: null, deviceID: "headset" }).isFallback).to.equal(false);
  });

  it("names the expected one when that is back", () => {
    const state = read({ track: track(), deviceID: "headset" }, ["built-in", "headset"]);
    expect(state).to.include({ isFallback: true, returnedID: "headset" });
  });
});
