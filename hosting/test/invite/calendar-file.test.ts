// The file is read by another program than the one that wrote it.
import { expect } from "chai";
import ICAL from "ical.js";
import { formatCalendar, type CalendarEntry } from "../../src/invite/calendar-file.ts";

const entry: CalendarEntry = {
  uid: "0b2c",
  title: "Meeting",
  text: "Open the link to join",
  link: "https://meet.example/r/1b4e28ba-2fa1-4d2a-883f-0016d3cca427#AAECAwQFBgcICQoLDA0ODw",
  beginsAt: new Date("2030-03-31T00:30:00.000Z"),
  minutes: 90,
  writtenAt: new Date("2030-03-30T12:00:59.999Z"),
};

function read(changes: Partial<CalendarEntry>) {
  const text = formatCalendar({ ...entry, ...changes });
  const event = new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent("vevent")!;
  return { text, value: (name: string) => event.getFirstPropertyValue(name)?.toString() };
}

const texts = [
  ["plain", "Meeting"],
  ["what has a meaning there", "a, b; c\\d \\n:\"'"],
  ["lines", "one\ntwo\n\nthree"],
  ["Cyrillic, longer than a line", "Приглашаю на встречу, на которой всё обсудим; приходите. ".repeat(5)],
  ["emoji at every place of a fold", `${"👨‍👩‍👧 ".repeat(40)}x`],
  ["exactly a line", "x".repeat(67)],
  ["one more than a line", "x".repeat(68)],
] as const;

describe("formatCalendar", () => {
  for (const [name, title] of texts) {
    it(`gives a text back as it was: ${name}`, () => {
      const { text, value } = read({ title, text: title });
      expect(value("summary")).to.equal(title);
      expect(value("description")).to.equal(title);
      for (const line of text.split("\r\n")) {
        expect(Buffer.byteLength(line), line).to.be.at.most(75);
        expect(line).to.not.match(/[\r\n]|\uFFFD/);
      }
    });
  }

  it("writes instants in UTC, over a change of the clocks too", () => {
    const { text } = read({});
    expect(text).to.include("\r\nDTSTART:20300331T003000Z\r\n");
    expect(text).to.include("\r\nDTEND:20300331T020000Z\r\n");
    expect(text).to.include("\r\nDTSTAMP:20300330T120059Z\r\n");
  });

  it("keeps the whole link, which is longer than a line", () => {
    const { value } = read({});
    expect(value("url")).to.equal(entry.link);
    expect(value("location")).to.equal(entry.link);
  });

  it("lets no line break of a text begin another property", () => {
    const { text, value } = read({ title: "x\r\nATTENDEE:mailto:eve@example.com\u0000\u001b" });
    expect(text).to.not.match(/^ATTENDEE/m);
    expect(value("summary")).to.equal("x\nATTENDEE:mailto:eve@example.com");
  });

  it("is one event with all that the standard asks for", () => {
    const { text } = read({});
    for (const name of ["VERSION:2.0", "PRODID:", "UID:", "DTSTAMP:", "DTSTART:"]) {
      expect(text.split(`\r\n${name}`).length, name).to.equal(2);
    }
    expect(text.endsWith("END:VCALENDAR\r\n")).to.equal(true);
  });
});
