import { expect } from "chai";
import { nameScreenProblem } from "../../src/media/screen-capture.ts";

describe("a problem with the screen", () => {
  it("tells a refusal by the system from a device without anything to show", () => {
    const bySystem = new DOMException("Permission denied by system", "NotAllowedError");
    expect(nameScreenProblem(bySystem)).to.equal("blocked");
    expect(nameScreenProblem(new DOMException("Requested device not found", "NotFoundError"))).to.equal("missing");
    expect(nameScreenProblem(new DOMException("Permission denied", "NotAllowedError"))).to.equal("failed");
    expect(nameScreenProblem(new DOMException("Could not start", "NotReadableError"))).to.equal("failed");
    expect(nameScreenProblem("strange")).to.equal("failed");
  });
});
