import { expect } from "chai";
import { isFailure, mediaNoticesOf } from "../../src/devices/media-notice.ts";
import type { MediaKindState, MediaProblem } from "../../src/meeting/useLocalMedia.ts";

const on: MediaKindState = {
  isWanted: true,
  isOn: true,
  problem: null,
  delay: null,
  isMuted: false,
  isFallback: false,
  returnedID: null,
};
const failed = (problem: MediaProblem): MediaKindState => ({ ...on, isOn: false, problem });
const muted: MediaKindState = { ...on, isOn: false, isMuted: true };
const delayed = (delay: "unanswered" | "slow"): MediaKindState => ({ ...on, isOn: false, delay });

function noticesOf(audio: MediaKindState, video: MediaKindState, isMicrophoneDead = false) {
  return mediaNoticesOf({ audio, video, blur: null }, isMicrophoneDead).map(
    ({ device, topic }) => `${device} ${topic}`,
  );
}

describe("mediaNoticesOf", () => {
  it("says nothing while both work", () => {
    expect(noticesOf(on, on)).to.deep.equal([]);
  });

  for (const problem of ["denied", "blocked", "dismissed", "unsupported"] as const) {
    it(`reports once that both are ${problem}`, () => {
      expect(noticesOf(failed(problem), failed(problem))).to.deep.equal([`both ${problem}`]);
    });
  }

  it("names each device with its own problem", () => {
    expect(noticesOf(failed("missing"), failed("in-use"))).to.deep.equal(["camera in-use", "microphone missing"]);
    expect(noticesOf(failed("denied"), failed("blocked"))).to.deep.equal(["camera blocked", "microphone denied"]);
  });

  it("omits a device that is not wanted", () => {
    expect(noticesOf(on, { ...failed("missing"), isWanted: false })).to.deep.equal([]);
    expect(noticesOf({ ...muted, isWanted: false }, on)).to.deep.equal([]);
  });

  it("reports a question without an answer once, and each slow device", () => {
    expect(noticesOf(delayed("unanswered"), delayed("unanswered"))).to.deep.equal(["both unanswered"]);
    expect(noticesOf(on, delayed("unanswered"))).to.deep.equal(["camera unanswered"]);
    expect(noticesOf(delayed("slow"), delayed("slow"))).to.deep.equal(["camera slow", "microphone slow"]);
  });

  it("reports what the system has muted, whatever else is known of it", () => {
    expect(noticesOf(muted, on)).to.deep.equal(["microphone muted"]);
    expect(noticesOf({ ...muted, isFallback: true }, muted, true)).to.deep.equal(["camera muted", "microphone muted"]);
  });

  it("reports another device in place of the expected one, until that one is back", () => {
    const replaced = { ...on, isFallback: true };
    expect(noticesOf(replaced, on)).to.deep.equal(["microphone replaced"]);
    expect(noticesOf({ ...replaced, returnedID: "7" }, replaced)).to.deep.equal([
      "camera replaced",
      "microphone returned",
    ]);
  });

  it("guesses that a microphone is silent only while it is on", () => {
    expect(noticesOf(on, on, true)).to.deep.equal(["microphone silent"]);
    expect(noticesOf(failed("denied"), on, true)).to.deep.equal(["microphone denied"]);
    expect(noticesOf({ ...on, isWanted: false, isOn: false }, on, true)).to.deep.equal([]);
  });

  it("reports that the camera has not taken the blur, while there is a picture", () => {
    const blur = { isOn: false, canChange: true, isRefused: true };
    const found = (video: MediaKindState) => mediaNoticesOf({ audio: on, video, blur }, false);
    expect(found(on)).to.deep.equal([{ device: "camera", topic: "blur-refused" }]);
    expect(found({ ...on, isWanted: false, isOn: false })).to.deep.equal([]);
  });

  it("takes only an end without a device for a failure", () => {
    const failures = mediaNoticesOf({ audio: failed("in-use"), video: failed("blocked"), blur: null }, false).map(
      isFailure,
    );
    expect(failures).to.deep.equal([true, true]);
    const others = mediaNoticesOf({ audio: delayed("unanswered"), video: muted, blur: null }, false).map(isFailure);
    expect(others).to.deep.equal([false, false]);
  });
});
