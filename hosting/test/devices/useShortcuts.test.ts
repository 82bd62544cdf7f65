import { expect } from "chai";
import { isShortcut } from "../../src/devices/useShortcuts.ts";

function press(changes: Partial<Parameters<typeof isShortcut>[0]> = {}) {
  return { code: "KeyM", repeat: false, ctrlKey: false, metaKey: false, altKey: false, target: null, ...changes };
}

describe("isShortcut", () => {
  it("accepts a single key", () => {
    expect(isShortcut(press())).to.equal(true);
  });

  it("leaves combinations and held keys to the browser", () => {
    for (const changes of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }]) {
      expect(isShortcut(press(changes)), JSON.stringify(changes)).to.equal(false);
    }
  });

  it("ignores typing", () => {
    for (const tagName of ["INPUT", "TEXTAREA", "SELECT"]) {
      expect(isShortcut(press({ target: { tagName } as unknown as EventTarget })), tagName).to.equal(false);
    }
  });
});
