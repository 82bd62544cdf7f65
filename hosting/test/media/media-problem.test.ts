import { expect } from "chai";
import { defaultCapture, withDevice } from "../../src/media/capture-constraints.ts";
import { nameMediaProblem } from "../../src/media/media-problem.ts";

const error = (name: string, message = "") => new DOMException(message, name);

describe("a media problem", () => {
  it("is 'denied' when the browser remembers the refusal, or does not report the permission", () => {
    expect(nameMediaProblem(error("NotAllowedError", "Permission denied"), "denied")).to.equal("denied");
    expect(nameMediaProblem(error("NotAllowedError"), null)).to.equal("denied");
  });

  it("is 'blocked' when the system refuses what the browser allows, and not when nothing is there", () => {
    expect(nameMediaProblem(error("NotAllowedError", "Permission denied by system"), "granted")).to.equal("blocked");
    expect(nameMediaProblem(error("NotAllowedError", "Permission denied by system"), "prompt")).to.equal("blocked");
    expect(nameMediaProblem(error("NotFoundError", "Requested device not found"), "prompt")).to.equal("missing");
  });

  it("is 'dismissed' when the browser may ask again", () => {
    expect(nameMediaProblem(error("NotAllowedError", "Permission dismissed"), null)).to.equal("dismissed");
    expect(nameMediaProblem(error("NotAllowedError"), "prompt")).to.equal("dismissed");
  });

  it("is 'missing' or 'in-use' for a device that is absent or busy", () => {
    expect(nameMediaProblem(error("NotFoundError"), "granted")).to.equal("missing");
    expect(nameMediaProblem(error("OverconstrainedError"), "granted")).to.equal("missing");
    expect(nameMediaProblem(error("NotReadableError"), "granted")).to.equal("in-use");
  });

  it("is 'unknown' for any other error", () => {
    expect(nameMediaProblem(new TypeError("mediaDevices is undefined"), null)).to.equal("unknown");
    expect(nameMediaProblem("strange", null)).to.equal("unknown");
  });
});

describe("capture constraints", () => {
  it("require the chosen camera", () => {
    const constraints = withDevice(defaultCapture.video, "camera-7");
    expect(constraints).to.deep.include({ deviceId: { exact: "camera-7" }, width: { ideal: 1280 } });
    expect(constraints).to.not.have.property("facingMode");
    expect(withDevice(defaultCapture.video, null)).to.equal(defaultCapture.video);
  });
});
