// The files of one call as refs. What carries them is loaded with the first offer, from either
// side. Until then this costs two listeners.
import { downloadFile } from "../../../browser/download-file.ts";
import type { FileMessage, FeatureMessage } from "@meetogram/contract";
import { computed, onScopeDispose, ref, shallowReadonly, shallowRef, watch } from "vue";
import { onceAFrame } from "../../../browser/once-a-frame.ts";
import { useMeeting } from "../../../meeting/useMeeting.ts";
import { createProvided } from "../../../ui/provided.ts";
import { createChosenFiles } from "./chosen-files.ts";
import { keptMark } from "./storage/kept-mark.ts";
import type { FileTransfers } from "./transfer/file-transfers.ts";
import { isOver, type Transfer } from "./transfer/transfer.ts";

export type Files = ReturnType<typeof createFiles>;
const provided = createProvided<Files>("files");

const isOfFiles = (message: FeatureMessage): message is FileMessage => message.type.startsWith("file-");

/** The name of this visit's folder. It says nothing of the meeting. */
async function nameVisit(secret: CryptoKey): Promise<string> {
  const mac = await crypto.subtle.sign("HMAC", secret, new TextEncoder().encode("folder"));
  return Array.from(new Uint8Array(mac, 0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function createFiles() {
  const { features, participants, deriveSecret } = useMeeting();
  const scope = new AbortController();
  const list = shallowRef<readonly Transfer[]>([]);
  const hasFailed = ref(false);
  const isShown = ref(false);
  /** Ended while the panel was closed. */
  const unseen = shallowRef<ReadonlySet<string>>(new Set());
  let transfers: FileTransfers | null = null;
  let loading: Promise<FileTransfers> | null = null;

  function noteEnds(after: readonly Transfer[]): void {
    const before = new Map(list.value.map((transfer) => [transfer.key, transfer]));
    const ended = after.filter(({ key, state }) => isOver({ state }) && before.has(key) && !isOver(before.get(key)!));
    const told = ended.filter(({ state, isByOther, isIncoming }) => isByOther || state !== "refused" || !isIncoming);
    if (isShown.value || told.length === 0) return;
    unseen.value = new Set([...unseen.value, ...told.map(({ key }) => key)]);
  }

  const show = onceAFrame(() => {
    const after = transfers?.list ?? [];
    noteEnds(after);
    list.value = after;
  }, scope);

  async function load(): Promise<FileTransfers> {
    const { startTransfers } = await import("./start-transfers.ts");
    transfers = await startTransfers(await nameVisit(await deriveSecret("files")), {
      features,
      onChange: show,
      onArrived: ({ received }) => received !== null && downloadFile(received.name, received),
      signal: scope.signal,
    });
    return transfers;
  }

  /** In the order of the calls. */
  async function use(run: (loaded: FileTransfers) => void): Promise<void> {
    loading ??= load();
    hasFailed.value = false;
    try {
      const loaded = await loading;
      if (!scope.signal.aborted) run(loaded);
    } catch {
      loading = null;
      hasFailed.value = true;
    }
  }

  features.onMessage(({ participantID: from }, message) => {
    if (!isOfFiles(message)) return;
    // The others mean something only to a page that has begun.
    if (loading === null && message.type !== "file-offer" && message.type !== "file-accept") return;
    void use((loaded) => loaded.handleMessage(from, message));
  }, scope);
  features.onReached((participantID) => {
    if (loading !== null) void use((loaded) => loaded.handleReached(participantID));
  }, scope);
  watch(participants, (after, before) => {
    const there = new Set(after.map((person) => person.participantID));
    for (const { participantID } of before) if (!there.has(participantID)) transfers?.handleLeft(participantID);
  });
  if (keptMark.isSet())
    void import("./storage/own-store.ts").then(({ eraseLeftFiles }) => eraseLeftFiles()).catch(() => undefined);
  onScopeDispose(() => scope.abort());

  const offers = computed(() => list.value.filter(({ isIncoming, state }) => isIncoming && state === "offered"));

  return {
    ...createChosenFiles(),
    list: shallowReadonly(list),
    /** What others offer, and nobody has answered. */
    offers,
    /** How many of them wait for the person, with those that have ended unseen. */
    attention: computed(() => offers.value.length + unseen.value.size),
    hasFailed: shallowReadonly(hasFailed),
    /** Those of which nothing could be offered any more are left out: `onLeftOut` says so. */
    offer(files: readonly File[], to: readonly string[], onLeftOut: () => void): void {
      void use((loaded) => {
        for (const participantID of to) {
          const room = Math.max(0, loaded.roomFor(participantID));
          for (const file of files.slice(0, room)) loaded.offer(file, participantID);
          if (files.length > room) onLeftOut();
        }
      });
    },
    accept: (key: string) => transfers?.accept(key),
    refuse: (key: string) => transfers?.refuse(key),
    cancel: (key: string) => transfers?.cancel(key),
    setPaused: (key: string, isPaused: boolean) => transfers?.setPaused(key, isPaused),
    forget: (key: string) => transfers?.forget(key),
    setShown(shown: boolean): void {
      isShown.value = shown;
      unseen.value = new Set();
    },
  };
}

/** For the view of the call. */
export const provideFiles = (): Files => provided.provide(createFiles());
export const useFiles = provided.use;
