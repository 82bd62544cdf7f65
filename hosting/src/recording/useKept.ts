// Whether this browser may keep recordings, and how those of this page have ended. It is all that
// a page loads that has nothing to do with recordings.
import { readonly, ref, shallowReadonly, shallowReactive } from "vue";
import { local } from "../browser/storage.ts";

/** "failed": the browser could not write any more. */
export type RecordingEnd = "stopped" | "disk-full" | "failed";

/** Asking for the files themselves would create a folder for everybody. */
const key = "recordings";
const mayBeKept = ref(local.read(key) !== null);
const ends = shallowReactive(new Map<string, RecordingEnd>());

export function useKept() {
  return {
    mayBeKept: readonly(mayBeKept),
    /** By the name of the file, of the recordings of this page that are over. */
    ends: shallowReadonly(ends),
    /** Before the file is there. */
    noteBegin: () => local.write(key, "1"),
    noteEnd(fileName: string, end: RecordingEnd): void {
      ends.set(fileName, end);
      mayBeKept.value = true;
    },
    /** Nothing is kept any more, for the next visit. This page goes on to say what became of it. */
    noteEmpty: () => local.remove(key),
  };
}
