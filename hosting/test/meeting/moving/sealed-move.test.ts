import { expect } from "chai";
import { createMoveCode, deriveMove, openMove, sealMove } from "../../../src/meeting/moving/sealed-move.ts";
import { formatMoveLink, readMoveCode } from "../../../src/navigation/move-code.ts";
import { parseScreen } from "../../../src/navigation/parse-screen.ts";

const uuid = "1b4e28ba-2fa1-4d2a-883f-0016d3cca427";
const link = { uuid, key: Uint8Array.from({ length: 16 }, (_, index) => index) };

describe("a sealed move", () => {
  it("is opened with the same code in the same room, and with no other", async () => {
    const code = createMoveCode();
    const { key, ticket } = await deriveMove(uuid, code);
    const sealed = await sealMove(key, "Анна");
    expect(sealed).to.match(/^[\w-]+$/);
    expect(ticket).to.match(/^[\w-]{43}$/);
    const again = await deriveMove(uuid, code);
    expect([again.ticket, await openMove(again.key, sealed)]).to.deep.equal([ticket, "Анна"]);
    for (const [room, other] of [
      [uuid, createMoveCode()],
      [uuid.replace("1", "2"), code],
    ] as const) {
      const wrong = await deriveMove(room, other);
      expect(wrong.ticket).to.not.equal(ticket);
      expect(await openMove(wrong.key, sealed).catch(() => "refused")).to.equal("refused");
    }
  });

  it("has its code in the fragment of a link that is otherwise the room's", () => {
    const code = createMoveCode();
    const { pathname, search, hash } = new URL(formatMoveLink(link, code, "https://meet.example"));
    expect(pathname + search).to.equal(`/r/${uuid}`);
    expect(readMoveCode(hash)).to.equal(code);
    expect(parseScreen({ pathname, hash })).to.deep.include({
      name: "room",
      path: `/r/${uuid}#AAECAwQFBgcICQoLDA0ODw`,
    });
    for (const other of ["", "#AAECAwQFBgcICQoLDA0ODw", `${hash}x`, "#.AAECAwQFBgcICQoLDA0ODw"]) {
      expect(readMoveCode(other), other).to.equal(null);
    }
  });
});
