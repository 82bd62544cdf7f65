import { expect } from "chai";
import { resumeInPress } from "../../src/browser/resume-in-press.ts";

/** Resumes only in a press that counts, as WebKit does. */
class HeldContext {
  state: AudioContextState = "suspended";
  isPress = false;
  attempts = 0;

  async resume(): Promise<void> {
    this.attempts += 1;
    if (!this.isPress) throw new DOMException("No press", "NotAllowedError");
    this.state = "running";
  }
}

function setUp() {
  const page = new EventTarget();
  const context = new HeldContext();
  const stop = resumeInPress(context, page);
  const happen = (type: string, isPress: boolean) => {
    context.isPress = isPress;
    page.dispatchEvent(new Event(type));
  };
  return { context, happen, stop };
}

describe("resumeInPress", () => {
  it("resumes at the end of a touch, where its beginning is no press", () => {
    const { context, happen } = setUp();
    happen("pointerdown", false);
    expect(context.state).to.equal("suspended");
    happen("pointerup", true);
    expect(context.state).to.equal("running");
  });

  it("resumes again after an interruption, as by a phone call, and not in the middle of it", () => {
    const { context, happen } = setUp();
    happen("keydown", true);
    context.state = "interrupted" as AudioContextState;
    happen("pointerup", true);
    expect([context.state, context.attempts]).to.deep.equal(["interrupted", 1]);
    context.state = "suspended";
    happen("pointerup", true);
    expect(context.state).to.equal("running");
  });

  it("leaves alone what runs or is closed, and does nothing after the end", () => {
    const { context, happen, stop } = setUp();
    context.state = "running";
    happen("pointerup", true);
    context.state = "closed";
    happen("pointerup", true);
    context.state = "suspended";
    stop();
    happen("pointerup", true);
    expect(context.attempts).to.equal(0);
  });
});
