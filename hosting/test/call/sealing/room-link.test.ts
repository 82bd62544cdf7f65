import { expect } from "chai";
import { createRoomKey, formatRoomLink, parseRoomLink } from "../../../src/call/sealing/room-link.ts";

const uuid = "6ff6f4b2-7d0d-4f8c-9f0c-0f4ad4a2f8b1";

describe("a room's link", () => {
  it("carries the room and its key there and back", () => {
    const link = { uuid, key: createRoomKey() };
    const url = new URL(formatRoomLink(link, "https://meet.example"));
    expect(url.origin).to.equal("https://meet.example");
    expect(parseRoomLink(url)).to.deep.equal(link);
  });

  it("keeps the key out of everything that is sent to a server", () => {
    const url = new URL(formatRoomLink({ uuid, key: createRoomKey() }, "https://meet.example"));
    expect(url.pathname + url.search).to.equal(`/r/${uuid}`);
  });

  it("makes a new key each time, of 128 bits", () => {
    const [one, other] = [createRoomKey(), createRoomKey()];
    expect(one).to.have.length(16);
    expect(one).to.not.deep.equal(other);
  });

  it("has no key when there is no fragment", () => {
    for (const hash of ["", "#"]) {
      expect(parseRoomLink({ pathname: `/r/${uuid}`, hash })).to.deep.equal({ uuid, key: null });
    }
    expect(formatRoomLink({ uuid, key: null })).to.equal(`/r/${uuid}`);
  });

  it("is incomplete when the fragment is not a whole key", () => {
    for (const hash of ["#AAAA", "#not a key at all!", `#${"A".repeat(43)}`, `#${"A".repeat(21)}B`]) {
      expect(parseRoomLink({ pathname: `/r/${uuid}`, hash }), hash).to.equal("incomplete");
    }
  });

  it("is read with a slash at the end and in capitals", () => {
    expect(parseRoomLink({ pathname: `/r/${uuid.toUpperCase()}/`, hash: "" })).to.deep.equal({ uuid, key: null });
  });

  it("is not found in other addresses", () => {
    for (const pathname of ["/", "/r/", "/r/room", `/${uuid}`, `/r/${uuid}/more`, `/room/${uuid}`]) {
      expect(parseRoomLink({ pathname, hash: "" })).to.equal(null);
    }
  });
});
