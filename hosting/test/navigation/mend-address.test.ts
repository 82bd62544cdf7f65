// Every damaged link leads to the room with its own key, or to the page that says that it is not
// whole. None leads to another key.
import { expect } from "chai";
import { createRoomKey, formatRoomLink } from "../../src/call/sealing/room-link.ts";
import { parseScreen } from "../../src/navigation/parse-screen.ts";
import { damages, endings } from "./damages.ts";

const origin = "https://meet.example";
const rooms = ["1b4e28ba-2fa1-4d2a-883f-0016d3cca427", "ffffffff-ffff-4fff-bfff-ffffffffffff"];
/** The first one has hyphens, underscores, and a hyphen at both ends of what can have one. */
const keys = ["-_8-AECAwQF_-gcICQoLDA", "AAECAwQFBgcICQoLDA0ODw", "_____________________w"];
const random = Array.from(
  { length: 5 },
  () => formatRoomLink({ uuid: rooms[0]!, key: createRoomKey() }).split("#")[1]!,
);

/** As the browser hands it to the page. */
function open(address: string) {
  return parseScreen(new URL(origin + address));
}

/** A path, and the name of the screen when it is not a room. */
function pathOf(address: string): string {
  const screen = open(address);
  return screen.name === "room" ? screen.path : screen.name;
}

describe("a damaged link", () => {
  it("is known in more than 200 kinds", () => {
    expect(new Set(damages.map(([title]) => title)).size)
      .to.equal(damages.length)
      .and.be.above(200);
  });

  for (const [title, damage] of damages) {
    it(`leads to its room: ${title}`, () => {
      for (const uuid of rooms) {
        for (const key of [...keys, ...random]) {
          const address = damage(`/r/${uuid}`, key);
          expect(pathOf(address), address).to.equal(`/r/${uuid}#${key}`);
        }
      }
    });
  }

  it("is incomplete, whatever follows, when the key is cut short", () => {
    for (const key of keys) {
      for (let length = 1; length < key.length; length += 1) {
        // Browsers remove raw line breaks, so the page cannot see where the next line began.
        for (const ending of endings.filter((text) => !/[\t\n\r]/.test(text))) {
          for (const address of [
            `#${key.slice(0, length)}${ending}`,
            `%23${key.slice(0, length)}${encodeURIComponent(ending)}`,
          ]) {
            expect(pathOf(`/r/${rooms[0]}${address}`), address).to.equal("incomplete");
          }
        }
      }
    }
  });

  it("is incomplete when one character is missing in the middle and a word follows", () => {
    for (const key of keys) {
      for (const word of [" see you", "%20see", "%0AAnna", ". Anna"]) {
        expect(pathOf(`/r/${rooms[0]}#${key.slice(0, 9)}${key.slice(10)}${word}`)).to.equal("incomplete");
      }
    }
  });

  it("is incomplete when an editor has made one dash of two hyphens", () => {
    expect(pathOf(`/r/${rooms[0]}#AAECAwQF–gcICQoLDA0ODw`)).to.equal("incomplete");
  });

  it("never takes what follows a short key for a part of it, when it cannot be one", () => {
    // The last character of a key is one of four: A, Q, g, w.
    expect(pathOf(`/r/${rooms[0]}#AAECAwQFBgcICQoLDA0Oyou`)).to.equal("incomplete");
  });

  it("never takes a word for the end of a key, when something that is not UTF-8 stands between", () => {
    // Like a key, "now" ends with one of the four.
    expect(pathOf(`/r/${rooms[0]}#${keys[1]!.slice(0, 19)}%A0now`)).to.equal("incomplete");
  });

  it("never takes the value of a parameter for the key", () => {
    const path = `/r/${rooms[0]}`;
    expect(pathOf(`${path}?fbclid=${keys[1]}`)).to.equal(path);
    expect(pathOf(`${path}/${keys[1]}`)).to.equal(path);
  });

  for (const ending of ["", "#", "#.", "#)", "%20", "#%E2%80%8B", "?utm_source=chat", "?utm_source=chat#", "/", "."]) {
    it(`without a key stays a link without a key: "${ending}"`, () => {
      expect(pathOf(`/r/${rooms[0]}${ending}`)).to.equal(`/r/${rooms[0]}`);
    });
  }

  it("is read the same when it has been put right", () => {
    for (const [, damage] of damages) {
      const mended = pathOf(damage(`/r/${rooms[0]}`, keys[0]!));
      expect(pathOf(mended)).to.equal(mended);
    }
  });

  it("is read in no time, however long it is", () => {
    const long = `/r/${"1b4e28ba-".repeat(3)}${"%25".repeat(200_000)}#${"&#35;".repeat(200_000)}`;
    expect(pathOf(long)).to.be.oneOf(["missing", "incomplete"]);
  });
});
