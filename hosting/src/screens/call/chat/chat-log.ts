// The messages of one chat, in an order that is the same for everybody who has the same ones. It
// keeps the latest, and so many of each author that nobody can push out what others have written.
// Which ones are kept does not depend on the order in which they come.
import { limits, type ChatMessage } from "@meetogram/contract";
import { cleanChatText } from "./clean-chat-text.ts";

export interface PassedOn {
  /** Who gave it. Nobody can check that the author has written it. */
  readonly by: string;
  /** What that participant says the author is called. */
  readonly name: string;
}

interface GivenMessage {
  readonly author: string;
  readonly message: ChatMessage;
  /** Null for a message that came from its author. */
  readonly passedOn: PassedOn | null;
  /** From before this page came. */
  readonly isEarlier?: boolean;
}

export interface ChatEntry extends Required<GivenMessage> {
  /** Its author and ID, which nobody else can use. */
  readonly key: string;
  /** Where it is shown: its order, unless that lies too far ahead. */
  readonly place: number;
  /** Not after it came, whatever the author's clock says. */
  readonly writtenAtMs: number;
}

export interface ChatLog {
  /** First written, first. A change makes a new array. */
  readonly entries: readonly ChatEntry[];
  /** Older messages were dropped here. */
  readonly hasForgotten: boolean;
  has(key: string): boolean;
  /** The order of a message written now. */
  nextOrder(): number;
  /** The new entry. Null when it is known, empty, or too old to be kept. */
  add(given: GivenMessage): ChatEntry | null;
}

/**
 * No clock of a page that gets through TLS is as wrong as this. An order further ahead is not
 * believed: the message is shown where it came, and nobody goes on from it.
 */
const maxAheadMs = 365 * 24 * 60 * 60_000;

export const keyOf = (author: string, id: string): string => `${author}/${id}`;

/** `now` is the date, in ms since 1970. */
export function createChatLog(now: () => number): ChatLog {
  let entries: readonly ChatEntry[] = [];
  let hasForgotten = false;
  let highest = 0;

  function placeOf(order: number): number {
    return order <= now() + maxAheadMs ? order : highest + 1;
  }

  return {
    get entries() {
      return entries;
    },
    get hasForgotten() {
      return hasForgotten;
    },
    has: (key) => entries.some((entry) => entry.key === key),
    nextOrder() {
      const isClockAhead = highest > 0 && now() - highest > maxAheadMs;
      highest = isClockAhead ? highest + 1 : Math.max(highest + 1, now());
      return highest;
    },
    add({ author, message, passedOn, isEarlier = false }) {
      const text = cleanChatText(message.text);
      const key = keyOf(author, message.id);
      const known = entries.find((entry) => entry.key === key);
      // What comes from its author takes the place of what was passed on, and never the reverse.
      const isNews = known === undefined || (known.passedOn !== null && passedOn === null);
      if (text === "" || !isNews) return null;
      const place = placeOf(message.order);
      highest = Math.max(highest, place);
      const writtenAtMs = Math.min(message.writtenAtMs, now());
      const entry = { key, author, message: { ...message, text }, passedOn, isEarlier, place, writtenAtMs };
      const others = entries.filter((other) => other !== known);
      const kept = keepLatest([...others, entry].sort(compareEntries));
      if (kept.length <= others.length) hasForgotten = true;
      entries = kept;
      return known === undefined && kept.includes(entry) ? entry : null;
    },
  };
}

function compareEntries(one: ChatEntry, other: ChatEntry): number {
  if (one.place !== other.place) return one.place - other.place;
  return one.key < other.key ? -1 : 1;
}

/** What was passed on gets the room that the authors' own messages leave. */
function keepLatest(sorted: readonly ChatEntry[]): readonly ChatEntry[] {
  const own = latest(
    sorted.filter(({ passedOn }) => passedOn === null),
    limits.maxChatHistory,
    ({ author }) => [author],
  );
  const passedOn = latest(
    sorted.filter((entry) => entry.passedOn !== null),
    limits.maxChatHistory - own.size,
    ({ author, passedOn: given }) => [author, `by ${given?.by}`],
  );
  return sorted.filter((entry) => own.has(entry) || passedOn.has(entry));
}

/** At most `max`, and not more of each owner than an author may have. */
function latest(sorted: readonly ChatEntry[], max: number, ownersOf: (entry: ChatEntry) => string[]): Set<ChatEntry> {
  const kept = new Set<ChatEntry>();
  const counts = new Map<string, number>();
  for (const entry of [...sorted].reverse()) {
    const owners = ownersOf(entry);
    if (kept.size >= max || owners.some((owner) => (counts.get(owner) ?? 0) >= limits.maxChatPerAuthor)) continue;
    kept.add(entry);
    for (const owner of owners) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  return kept;
}
