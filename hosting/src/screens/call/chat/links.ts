// Finds the links in a text. Only what names its scheme is one, and only https, http and mailto
// are: what people see is what opens. Everything else stays text.

export interface Segment {
  readonly text: string;
  /** Null for plain text. */
  readonly href: string | null;
  /** Where the link really leads, if its letters could look like another address. */
  readonly host: string | null;
}

const candidate = /\b(?:https?:\/\/|mailto:)[^\s<>"`{}|\\^]+/giu;
/** Ends a sentence rather than an address. */
const closing = /[.,:;!?'"*_~…»“”’]/u;
const brackets = new Map([
  [")", "("],
  ["]", "["],
]);
/** No browser's own bar shows more, and people check nothing as long. */
const maxLength = 2_000;
/** Of one text. Each costs the page more than a word. */
const maxLinks = 50;

export function findLinks(text: string): readonly Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  let links = 0;
  const addText = (until: number) => {
    if (until > end) segments.push({ text: text.slice(end, until), href: null, host: null });
  };
  for (const { 0: found, index } of text.matchAll(candidate)) {
    const shown = trimEnd(found);
    const link = readLink(shown);
    if (link === null) continue;
    if ((links += 1) > maxLinks) break;
    addText(index);
    segments.push({ text: shown, ...link });
    end = index + shown.length;
  }
  addText(text.length);
  return segments;
}

/** Without the end of a sentence, and without a bracket that was opened before the link. */
function trimEnd(found: string): string {
  const surplus = new Map([...brackets].map(([close, open]) => [close, countOf(found, close) - countOf(found, open)]));
  let length = found.length;
  for (; length > 0; length -= 1) {
    const last = found.charAt(length - 1);
    const extra = surplus.get(last) ?? 0;
    if (extra > 0) surplus.set(last, extra - 1);
    else if (!closing.test(last)) break;
  }
  return found.slice(0, length);
}

const countOf = (text: string, character: string) => text.split(character).length - 1;

function readLink(shown: string): Pick<Segment, "href" | "host"> | null {
  const url = shown.length > maxLength ? null : parse(shown);
  if (url === null) return null;
  if (url.protocol === "mailto:") return /^[^@]+@[^@]+$/.test(url.pathname) ? { href: url.href, host: null } : null;
  // In https://bank.example@evil.example/ the host is the last name, and people read the first.
  if (url.username !== "" || url.password !== "") return null;
  // Letters of two scripts look alike. Numbers and escapes can hide an address, too.
  const isPlain = shown.toLowerCase().startsWith(`${url.protocol}//${url.hostname}`);
  return { href: url.href, host: isPlain ? null : url.host };
}

function parse(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
