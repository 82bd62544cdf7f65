// The remembered rooms, for the page that shows them. Other tabs change them too.
import { computed, readonly, ref, shallowReadonly, shallowRef } from "vue";
import { useWindowListener } from "../browser/useWindowListener.ts";
import {
  forgetRoom,
  forgetRooms,
  readRecent,
  recentKey,
  unwantRecent,
  wantRecent,
  type RecentRoom,
} from "./recent-rooms.ts";

export type { RecentRoom };

/** Null: not wanted. */
const stored = shallowRef<readonly RecentRoom[] | null>(null);
/** The browser keeps nothing for this page. */
const isRefused = ref(false);
const refresh = () => (stored.value = readRecent());

export function useRecent() {
  refresh();
  useWindowListener("storage", ({ key }) => {
    // Null: everything was cleared.
    if (key === recentKey || key === null) refresh();
  });

  return {
    isWanted: computed(() => stored.value !== null),
    isRefused: readonly(isRefused),
    rooms: shallowReadonly(computed<readonly RecentRoom[]>(() => stored.value ?? [])),
    setWanted(isWanted: boolean): void {
      isRefused.value = !(isWanted ? wantRecent() : unwantRecent());
      refresh();
    },
    forget(uuid: string): void {
      forgetRoom(uuid);
      refresh();
    },
    forgetAll(): void {
      forgetRooms();
      refresh();
    },
  };
}
