// The speaker that plays every participant: the chosen one while it is there, otherwise the
// system's. Elements are collected here, so that a change reaches those that play already.
import { computed, readonly, shallowRef, watch } from "vue";
import { local } from "../browser/storage.ts";

export type Playing = Pick<HTMLMediaElement, "setSinkId">;

/** Another one has no choice, and plays where the system plays. */
export function canChooseSpeaker(prototype: object | undefined = globalThis.HTMLMediaElement?.prototype): boolean {
  return prototype !== undefined && "setSinkId" in prototype;
}

/** The system's own speaker has this ID. */
const systemSpeaker = "";

export function createSpeaker(store: Pick<typeof local, "read" | "write">) {
  const chosenID = shallowRef(store.read("speakerID"));
  const presentIDs = shallowRef<readonly string[]>([]);
  const elements = new Set<Playing>();
  /** Before a permission was granted, no device has a name. Nothing is missing then. */
  const isGone = computed(
    () => chosenID.value !== null && presentIDs.value.length > 0 && !presentIDs.value.includes(chosenID.value),
  );
  const usedID = computed(() => (isGone.value ? systemSpeaker : (chosenID.value ?? systemSpeaker)));

  async function route(element: Playing): Promise<void> {
    if (typeof element.setSinkId !== "function") return;
    // A speaker that refuses leaves the element where it plays.
    await element.setSinkId(usedID.value).catch(() => undefined);
  }

  watch(usedID, () => elements.forEach((element) => void route(element)), { flush: "sync" });

  return {
    chosenID: readonly(chosenID),
    isGone,
    choose(deviceID: string): void {
      store.write("speakerID", deviceID);
      chosenID.value = deviceID;
    },
    /** The speakers that are there now. */
    setPresent(deviceIDs: readonly string[]): void {
      presentIDs.value = deviceIDs;
    },
    /** From now on the element follows the choice. */
    async add(element: Playing): Promise<void> {
      elements.add(element);
      if (usedID.value !== systemSpeaker) await route(element);
    },
    remove: (element: Playing): void => void elements.delete(element),
  };
}

let speaker: ReturnType<typeof createSpeaker> | null = null;

export function useSpeaker(): ReturnType<typeof createSpeaker> {
  return (speaker ??= createSpeaker(local));
}
