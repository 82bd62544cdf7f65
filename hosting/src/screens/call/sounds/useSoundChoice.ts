// Whether this browser plays the sounds of a call.
import { readonly, ref } from "vue";
import { local } from "../../../browser/storage.ts";

const storageKey = "callSounds";
const areSoundsOn = ref(local.read(storageKey) !== "off");

export function useSoundChoice() {
  return {
    areSoundsOn: readonly(areSoundsOn),
    setSounds(isOn: boolean): void {
      areSoundsOn.value = isOn;
      if (isOn) local.remove(storageKey);
      else local.write(storageKey, "off");
    },
  };
}
