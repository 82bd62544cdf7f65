// What people paste to join: each text beside what it means here.
import { expect } from "chai";
import { formatRoomLink } from "../../src/call/sealing/room-link.ts";
import { readLink } from "../../src/navigation/read-link.ts";
import { damages } from "./damages.ts";

const uuid = "1b4e28ba-2fa1-4d2a-883f-0016d3cca427";
const key = "AAECAwQFBgcICQoLDA0ODw";
const path = `/r/${uuid}#${key}`;
const here = `https://meet.example${path}`;

function read(text: string): string {
  const meant = readLink(text, "meet.example");
  if (meant.kind === "room") return formatRoomLink(meant.link);
  return meant.kind === "elsewhere" ? meant.url : meant.kind;
}

const texts: readonly (readonly [text: string, meaning: string])[] = [
  [here, path],
  [`  ${here}\n`, path],
  [`Join me: ${here}. See you at ten!`, path],
  [`Встречаемся тут — ${here}…`, path],
  [`<${here}>`, path],
  [`[the room](${here})`, path],
  [`«${here}»,`, path],
  [`https://meet.example/r/${uuid}%23${key}`, path],
  [`https://meet.example/r/${uuid}&#35;${key}`, path],
  [`https://meet.example/r/${uuid}\\#${key}`, path],
  [`https://mail.example/?url=${encodeURIComponent(here)}&data=05%7C02`, path],
  [`HTTPS://MEET.EXAMPLE/R/${uuid.toUpperCase()}#${key}`, path],
  [`http://meet.example${path}`, path],
  [`meet.example${path}`, path],
  [`anna@meet.example${path}`, path],
  [path, path],
  [`r/${uuid}#${key}`, path],
  [`the room is ${path}`, path],
  [`${uuid}#${key}`, path],
  [`(${uuid}#${key})`, path],
  [uuid, `/r/${uuid}`],
  [`room ${uuid}.`, `/r/${uuid}`],
  [`https://meet.example/r/${uuid}`, `/r/${uuid}`],
  [`https://meet.example/r/${uuid}#`, "cut"],
  [`https://meet.example/r/${uuid}#${key.slice(0, -1)}`, "cut"],
  [`https://meet.example/r/${uuid}#AAEC…`, "cut"],
  [`${uuid}#AAEC`, "cut"],
  [`https://other.example${path}`, `https://other.example${path}`],
  [`see http://localhost:5000${path}).`, `http://localhost:5000${path}`],
  [`other.example:8443${path}`, `https://other.example:8443${path}`],
  [`https://anna:secret@other.example${path}`, `https://other.example${path}`],
  [`https://other.example/?next=https://meet.example${path}`, path],
  [`https://other.example/r/${uuid}#AAEC`, "cut"],
  [`https://meet.example.other.example${path}`, `https://meet.example.other.example${path}`],
  ["https://mееt.example" + path, `https://xn--mt-nlca.example${path}`],
  ["", "none"],
  ["Anna", "none"],
  ["https://meet.example/", "none"],
  [`https://meet.example/r/${uuid.slice(1)}#${key}`, "none"],
  ["https://meet.example/r/oops", "none"],
  [`0${uuid}`, "none"],
  ["javascript:alert(1)", "none"],
  ["1".repeat(100_000), "none"],
];

describe("readLink", () => {
  for (const [text, meaning] of texts) {
    it(`reads ${JSON.stringify(text.slice(0, 90))} as ${meaning}`, () => {
      expect(read(text)).to.equal(meaning);
    });
  }

  it("reads every damaged address that the address bar does, behind the site's own name", () => {
    // A text field leaves out the ends of lines.
    const paste = (text: string) => read(`Come: https://meet.example${text}`.replace(/[\r\n]/g, ""));
    const unread = damages.filter(([, damage]) => paste(damage(`/r/${uuid}`, key)) !== path);
    expect(unread.map(([title]) => title)).to.deep.equal([]);
  });
});
