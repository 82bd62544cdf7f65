import { expect } from "chai";
import { parseScreen } from "../../src/navigation/parse-screen.ts";

const uuid = "1b4e28ba-2fa1-4d2a-883f-0016d3cca427";
const key = "AAECAwQFBgcICQoLDA0ODw";

describe("parseScreen", () => {
  it("shows the start screen at the root", () => {
    expect(parseScreen({ pathname: "/", hash: "" })).to.deep.equal({ name: "start" });
  });

  it("shows a room with its key", () => {
    const screen = parseScreen({ pathname: `/r/${uuid}`, hash: `#${key}` });
    expect(screen).to.deep.include({ name: "room", path: `/r/${uuid}#${key}`, isNew: false });
    expect(screen.name === "room" && screen.link.key).to.have.length(16);
  });

  it("shows a room without a key", () => {
    const screen = parseScreen({ pathname: `/r/${uuid}`, hash: "" });
    expect(screen).to.deep.include({ name: "room", link: { uuid, key: null } });
  });

  it("shows that a link is incomplete when a part of its key is missing", () => {
    for (const hash of ["#AAECAwQFBgcICQoLDA0OD", "#A", `#${key.slice(0, -1)}x`]) {
      expect(parseScreen({ pathname: `/r/${uuid}`, hash })).to.deep.equal({ name: "incomplete" });
    }
  });

  it("distinguishes two keys of one room", () => {
    const first = parseScreen({ pathname: `/r/${uuid}`, hash: `#${key}` });
    const second = parseScreen({ pathname: `/r/${uuid}`, hash: "#AQECAwQFBgcICQoLDA0ODw" });
    expect(first.name === "room" && first.path).to.not.equal(second.name === "room" && second.path);
  });

  for (const pathname of ["/r/", "/r/oops", `/r/${uuid.slice(1)}`, `/room/${uuid}`, `/${uuid}`, "/about", "//"]) {
    it(`shows a dead end at ${pathname}`, () => {
      expect(parseScreen({ pathname, hash: "" })).to.deep.equal({ name: "missing" });
    });
  }
});
