// The files that a person has chosen, and not offered yet. Whoever drops a file by accident has
// told nobody its name.
import { fileLimits } from "@meetogram/contract";
import { ref, shallowReadonly, shallowRef } from "vue";

export function createChosenFiles() {
  const chosen = shallowRef<readonly File[]>([]);
  const tooLarge = shallowRef<readonly string[]>([]);
  const hadFolders = ref(false);

  return {
    chosen: shallowReadonly(chosen),
    /** Names of those that were left out. */
    tooLarge: shallowReadonly(tooLarge),
    hadFolders: shallowReadonly(hadFolders),
    choose(files: readonly File[], folders = 0): void {
      const fitting = files.filter(({ size }) => size <= fileLimits.maxBytes);
      tooLarge.value = files.filter((file) => !fitting.includes(file)).map(({ name }) => name);
      hadFolders.value = folders > 0;
      chosen.value = [...chosen.value, ...fitting].slice(0, fileLimits.maxOffers);
    },
    clearChosen(): void {
      chosen.value = [];
    },
  };
}
