// Finds a room's link in an address that a chat program, a mail client or a sentence around it has
// damaged. Text in, text out: whether the room and the key are whole is decided by who reads them.

export interface Address {
  readonly pathname: string;
  readonly search?: string;
  readonly hash: string;
}

/** Enough for a link inside a link inside a link. */
const maxRounds = 3;
const maxLength = 8_192;
/** 16 bytes in base64url. */
const keyLength = 22;

const names: Readonly<Record<string, string>> = {
  amp: "&",
  num: "#",
  nbsp: " ",
  shy: "",
  zwnj: "",
  zwj: "",
  lowbar: "_",
};
const entity = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|num|nbsp|shy|zwnj|zwj|lowbar));/gi;
const percentEncoded = /(?:%[0-9a-f]{2})+/gi;

/** Mail folds lines with a "=" (RFC 2045, section 6.7). Nobody writes one there. */
const softLineBreak = /=\r?\n/g;
/** Markdown escapes what could be emphasis. */
const escaped = /\\(?=[-_#])/g;
/** Line breaks separate words, so they stay. */
const invisible = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** An en dash is none of them: it may have been two hyphens. */
const hyphen = /[\u2010-\u2012\u2212\ufe63\uff0d]/g;

const roomAt = /\/r\/[^0-9a-z#]*((?:[0-9a-f][\s\p{Pd}]*){32})/iu;
/** With its hyphens, so that other numbers are not taken for it. */
const bareRoomAt = /(?:^|[^0-9a-z])([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![0-9a-z])/iu;
const firstWord = /[\w-]+/;

function decodePercents(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    // Not UTF-8. Older programs write Latin-1.
    return encoded.replace(/%(..)/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  }
}

function decodeEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return names[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? parseInt(hex ?? "", 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

function clean(raw: string): string {
  let text = raw;
  for (let round = 0; round < maxRounds; round += 1) {
    text = text.replace(percentEncoded, decodePercents).replace(entity, decodeEntity);
  }
  return text
    .replace(softLineBreak, "")
    .replace(escaped, "")
    .replace(invisible, "")
    .replace(hyphen, "-")
    .replace(/[\uff03\ufe5f]/g, "#")
    .replace(/\uff0f|\/+/g, "/");
}

/** The first word that is long enough, otherwise the first one: it is then seen to be short. */
function findKey(fragments: readonly string[]): string {
  const words = fragments.flatMap((fragment) => firstWord.exec(fragment)?.[0] ?? []);
  return (words.find((word) => word.length >= keyLength) ?? words[0] ?? "").slice(0, keyLength);
}

export interface FoundRoom {
  readonly address: Address;
  /** The text in front of it, cleaned: a host may be at its end. */
  readonly before: string;
  /** There is a fragment, although perhaps an empty one. */
  readonly hasFragment: boolean;
}

/** The first room in a text. `mayBeBare`: a UUID will do, without the path in front of it. */
export function findRoom(raw: string, { mayBeBare = false } = {}): FoundRoom | null {
  const text = clean(raw.slice(0, maxLength));
  const found = roomAt.exec(text) ?? (mayBeBare ? bareRoomAt.exec(text) : null);
  if (found === null) return null;
  const digits = (found[1] ?? "").replace(/[^0-9a-f]/gi, "").toLowerCase();
  const uuid = digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  const fragments = text.slice(found.index).split("#").slice(1);
  const key = findKey(fragments);
  return {
    address: { pathname: `/r/${uuid}`, hash: key && `#${key}` },
    before: text.slice(0, found.index),
    hasFragment: fragments.length > 0,
  };
}

/** The address of the room that is meant, or the same address when it names none. */
export function mendAddress({ pathname, search = "", hash }: Address): Address {
  return findRoom(pathname + search + hash)?.address ?? { pathname, hash };
}
