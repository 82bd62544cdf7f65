import { expect } from "chai";
import { isShortcut } from "../../src/browser/useShortcuts.ts";

function press(changes: Partial<Parameters<typeof isShortcut>[0]> = {}) {
  return { code: "KeyM", repeat: false, ctrlKey: false, metaKey: false, altKey: false, target: null, ...changes };
}

const field = (tagName: string) => ({ tagName }) as unknown as EventTarget;

describe("isShortcut", () => {
  it("accepts a letter with Alt, also while somebody types", () => {
    expect(isShortcut(press({ altKey: true }), false)).to.equal(true);
    expect(isShortcut(press({ altKey: true, target: field("TEXTAREA") }), false)).to.equal(true);
  });

  it("accepts a single letter only when that is switched on", () => {
    expect(isShortcut(press(), false)).to.equal(false);
    expect(isShortcut(press(), true)).to.equal(true);
  });

  it("leaves other combinations and held keys to the browser", () => {
    for (const changes of [{ ctrlKey: true }, { metaKey: true }, { repeat: true }, { ctrlKey: true, altKey: true }]) {
      expect(isShortcut(press(changes), true), JSON.stringify(changes)).to.equal(false);
    }
  });

  it("ignores typing", () => {
    for (const tagName of ["INPUT", "TEXTAREA", "SELECT"]) {
      expect(isShortcut(press({ target: field(tagName) }), true), tagName).to.equal(false);
    }
  });
});
