// Gives everybody in the call the same messages. Each is sent when it is written. Whoever is
// reached, also after a cut or a reload, says what it has, and gets what it misses. Authors give
// their own; those of others are passed on only when their author does not have them.
import { limits, type ChatMessage, type FeatureMessage } from "@meetogram/contract";
import type { Features } from "../../../meeting/useMeeting.ts";
import { cleanChatText } from "./clean-chat-text.ts";
import { keyOf, type ChatEntry, type ChatLog } from "./chat-log.ts";

export interface ChatSync {
  write(text: string): Promise<void>;
  /** Somebody has left, whose messages only others may have. */
  askAll(): void;
  /** Keys of own messages that nobody has been given yet. */
  readonly waiting: ReadonlySet<string>;
}

export interface ChatSyncOptions {
  readonly features: Features;
  readonly participantID: string;
  readonly log: ChatLog;
  /** The date, in ms since 1970. */
  readonly now: () => number;
  /** The ID of an own message. The same for the same content, in every page of this visit. */
  readonly mark: (content: Omit<ChatMessage, "id">) => Promise<string>;
  /** What a participant is called, without a number. */
  readonly nameOf: (participantID: string) => string;
  readonly onChange: () => void;
  /** `isMissed`: it was not written just now. */
  readonly onNew: (entry: ChatEntry, isMissed: boolean) => void;
  readonly signal: AbortSignal;
}

/** What is known of one connection. A message crosses it at most twice: written, and given. */
interface Contact {
  readonly known: Set<string>;
  readonly given: Set<string>;
  readonly isFirst: boolean;
}

type Known = Extract<FeatureMessage, { type: "chat-known" }>["messages"];
type PassedOnMessage = Extract<FeatureMessage, { type: "chat-passed-on" }>;

export function createChatSync(options: ChatSyncOptions): ChatSync {
  const { features, log, participantID: self, signal } = options;
  const contacts = new Map<string, Contact>();
  const met = new Set<string>();
  const waiting = new Set<string>();

  function contactOf(participantID: string): Contact {
    return contacts.get(participantID) ?? meet(participantID);
  }

  function meet(participantID: string): Contact {
    const contact = { known: new Set<string>(), given: new Set<string>(), isFirst: !met.has(participantID) };
    met.add(participantID);
    const reachable = new Set(features.reachable);
    for (const id of contacts.keys()) if (!reachable.has(id)) contacts.delete(id);
    contacts.set(participantID, contact);
    return contact;
  }

  /** Forgets what is not kept any more, or somebody could make it grow for ever. */
  function remember(keys: Set<string>, key: string): void {
    keys.add(key);
    if (keys.size <= 2 * limits.maxChatHistory) return;
    for (const old of keys) if (!log.has(old)) keys.delete(old);
  }

  const isOwn = ({ author, passedOn }: ChatEntry) => author === self && passedOn === null;
  /** Shown here as passed on by somebody, and nobody else needs it from this page. */
  const isDoubtful = ({ author, passedOn }: ChatEntry) => author === self && passedOn !== null;

  /** Of their own messages that others have passed on, people are asked for the originals. */
  function ask(participantID: string): void {
    const known = log.entries
      .filter((entry) => !isDoubtful(entry) && (entry.passedOn === null || entry.author !== participantID))
      .map(({ author, message }) => ({ author, id: message.id }));
    features.send({ type: "chat-known", messages: known }, participantID);
  }

  function handleReached(participantID: string): void {
    meet(participantID);
    ask(participantID);
  }

  function isWithAuthor(entry: ChatEntry, reachable: readonly string[]): boolean {
    return reachable.includes(entry.author) && contactOf(entry.author).known.has(entry.key);
  }

  function give(entry: ChatEntry, to: string, contact: Contact, reachable: readonly string[]): void {
    const { author, message, passedOn, key } = entry;
    if (contact.known.has(key) || contact.given.has(key) || isDoubtful(entry)) return;
    if (isOwn(entry)) features.send({ type: "chat", message, isMissed: true }, to);
    else if (author === to || !isWithAuthor(entry, reachable)) {
      const name = passedOn?.name ?? options.nameOf(author);
      features.send({ type: "chat-passed-on", author, name, message }, to);
    } else return;
    remember(contact.given, key);
    waiting.delete(key);
  }

  function handleKnown(from: string, messages: Known): void {
    const contact = contactOf(from);
    const listed = messages.map(({ author, id }) => keyOf(author, id)).filter(log.has);
    for (const key of listed) {
      remember(contact.known, key);
      waiting.delete(key);
    }
    const { reachable } = features;
    for (const entry of log.entries) give(entry, from, contact, reachable);
    options.onChange();
  }

  function add(given: Parameters<ChatLog["add"]>[0], isMissed: boolean): void {
    const entry = log.add(given);
    options.onChange();
    if (entry !== null) options.onNew(entry, isMissed);
  }

  async function handlePassedOn(from: string, { author, name, message }: PassedOnMessage): Promise<void> {
    const contact = contactOf(from);
    const isEarlier = contact.isFirst;
    // To the author, somebody may give what is only passed on there, too.
    if (author !== self) remember(contact.known, keyOf(author, message.id));
    const isMine = author === self && message.id === (await options.mark(message));
    if (signal.aborted) return;
    const passedOn = isMine ? null : { by: from, name };
    add({ author, message, passedOn, isEarlier }, true);
    // Others may have asked this page before it knew its own messages again.
    const entry = isMine ? log.entries.find(({ key }) => key === keyOf(author, message.id)) : undefined;
    const { reachable } = features;
    for (const id of entry === undefined ? [] : reachable) give(entry!, id, contactOf(id), reachable);
  }

  features.onReached(handleReached, { signal });
  features.onMessage(
    ({ participantID: from }, received) => {
      switch (received.type) {
        case "chat": {
          const { message, isMissed = false } = received;
          const contact = contactOf(from);
          remember(contact.known, keyOf(from, message.id));
          return add({ author: from, message, passedOn: null, isEarlier: isMissed && contact.isFirst }, isMissed);
        }
        case "chat-known":
          return handleKnown(from, received.messages);
        case "chat-passed-on":
          return void handlePassedOn(from, received);
        default:
          return undefined;
      }
    },
    { signal },
  );
  // Some may have been reached before this page listened.
  for (const participantID of features.reachable) handleReached(participantID);

  async function send(content: Omit<ChatMessage, "id">): Promise<void> {
    const message = { id: await options.mark(content), ...content };
    if (signal.aborted) return;
    const entry = log.add({ author: self, message, passedOn: null });
    if (entry !== null && features.reachable.length === 0) waiting.add(entry.key);
    features.send({ type: "chat", message });
    options.onChange();
  }

  return {
    waiting,
    write(text) {
      // Both numbers are taken now, so that messages stay in the order in which they were written.
      return send({ order: log.nextOrder(), writtenAtMs: options.now(), text: cleanChatText(text) });
    },
    askAll() {
      for (const participantID of features.reachable) ask(participantID);
    },
  };
}
