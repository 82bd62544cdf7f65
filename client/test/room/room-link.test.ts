import { expect } from "chai";
import { createLinkKey, formatRoomLink, parseRoomLink, RoomError } from "../../src/room/index.ts";

const origin = "https://meet.example";
const uuid = "6ff6f4b2-7d0d-4f8c-9f0c-0f4ad4a2f8b1";

describe("a room's link", () => {
  it("is read as it was written", () => {
    const link = { origin, uuid, key: createLinkKey() };
    expect(parseRoomLink(formatRoomLink(link))).to.deep.equal(link);
    expect(parseRoomLink(new URL(formatRoomLink(link)))).to.deep.equal(link);
    expect(parseRoomLink(formatRoomLink({ ...link, key: null })).key).to.equal(null);
  });

  it("has the key of 16 bytes in 22 characters, and the room in lower case", () => {
    const { uuid: read, key } = parseRoomLink(`${origin}/r/${uuid.toUpperCase()}/#AAECAwQFBgcICQoLDA0ODw`);
    expect(read).to.equal(uuid);
    expect([...(key ?? [])]).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
  });

  for (const [what, link] of [
    ["is empty", ""],
    ["is no address", "meet"],
    ["is that of the site", origin],
    ["names no room", `${origin}/r/abc#AAECAwQFBgcICQoLDA0ODw`],
    ["has lost a character of its key", `${origin}/r/${uuid}#AAECAwQFBgcICQoLDA0OD`],
    ["has one too many", `${origin}/r/${uuid}#AAECAwQFBgcICQoLDA0ODwA`],
    ["has another last character, which a key cannot have", `${origin}/r/${uuid}#AAECAwQFBgcICQoLDA0ODx`],
    ["has something else in its fragment", `${origin}/r/${uuid}#%20key`],
  ] as const) {
    it(`is damaged when it ${what}`, () => {
      expect(() => parseRoomLink(link))
        .to.throw(RoomError)
        .with.property("code", "link-damaged");
    });
  }
});
