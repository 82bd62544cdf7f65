// A meeting as a file for calendars (RFC 5545). Times are in UTC: every calendar shows them in its
// own zone, and the file needs no table of zones.

export interface CalendarEntry {
  /** Known to one entry only. */
  readonly uid: string;
  readonly title: string;
  readonly text: string;
  readonly link: string;
  readonly beginsAt: Date;
  readonly minutes: number;
  readonly writtenAt: Date;
}

/** Section 3.1: without the line break. */
const maxOctets = 75;
const encoder = new TextEncoder();

/** A line that is too long goes on in the next one, after a space. No character is cut. */
function fold(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > maxOctets) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

/** Section 3.3.11. Other control characters are not allowed at all. */
function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n|\r|\n/g, "\\n")
    .replace(/(?!\t)\p{Cc}/gu, "");
}

/** 20300131T093000Z */
function formatInstant(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

export function formatCalendar({ uid, title, text, link, beginsAt, minutes, writtenAt }: CalendarEntry): string {
  const endsAt = new Date(beginsAt.getTime() + minutes * 60_000);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//meetogram//meetogram//EN",
    "BEGIN:VEVENT",
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${formatInstant(writtenAt)}`,
    `DTSTART:${formatInstant(beginsAt)}`,
    `DTEND:${formatInstant(endsAt)}`,
    `SUMMARY:${escapeText(title)}`,
    `DESCRIPTION:${escapeText(text)}`,
    `LOCATION:${escapeText(link)}`,
    `URL:${link}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}
