import { expect } from "chai";
import { placeMenu } from "../../../../../src/screens/call/people/menu/place-menu.ts";

const menu = { width: 306, height: 300 };
const desktop = { width: 1280, height: 720 };
const phoneAcross = { width: 844, height: 390 };
const buttonAt = (x: number, y: number) => ({ x, y, width: 47, height: 47 });

describe("a menu's place", () => {
  it("is below its button, with one right edge", () => {
    const { x, y, height } = placeMenu(buttonAt(1200, 100), menu, desktop);
    expect(x + menu.width).to.equal(1247);
    expect(y).to.equal(151);
    expect(height).to.equal(menu.height);
  });

  it("is above a button near the lower edge", () => {
    const { y, height } = placeMenu(buttonAt(1200, 650), menu, desktop);
    expect(y + height).to.equal(646);
  });

  it("is beside the button where there is room neither below nor above", () => {
    const button = buttonAt(780, 170);
    const { x, y, height } = placeMenu(button, menu, phoneAcross);
    expect(x + menu.width).to.be.at.most(button.x);
    expect(height).to.equal(menu.height);
    expect(y).to.be.at.least(8);
  });

  it("is within every window, and scrolls where that is lower than the menu", () => {
    for (const window of [desktop, phoneAcross, { width: 390, height: 844 }, { width: 320, height: 180 }]) {
      for (const x of [0, window.width / 2, window.width - 47]) {
        for (const y of [-60, 0, window.height / 2, window.height - 47, window.height + 60]) {
          const place = placeMenu(buttonAt(x, y), menu, window);
          const at = JSON.stringify({ window, x, y, place });
          expect(place.x, at).to.be.at.least(8);
          expect(place.y, at).to.be.at.least(8);
          expect(place.x + place.width, at).to.be.at.most(window.width - 8);
          expect(place.y + place.height, at).to.be.at.most(window.height - 8);
        }
      }
    }
  });
});
