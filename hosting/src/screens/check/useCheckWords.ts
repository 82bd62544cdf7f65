// The texts of the check. They come with its screen, and follow the page's language.
import { onScopeDispose, shallowReadonly, shallowRef, watch } from "vue";
import type { CheckMessages } from "../../messages/types/check.ts";
import { useLanguage } from "../../messages/useLanguage.ts";
import { usePopups } from "../../popups/usePopups.ts";

/** The folder of types is no language. */
const files = import.meta.glob<CheckMessages>(["../../messages/*/check/words.ts", "!../../messages/types/**"], {
  import: "check",
});

/** Null until they are there. */
export function useCheckWords() {
  const { language } = useLanguage();
  const { showPopup } = usePopups();
  const words = shallowRef<CheckMessages | null>(null);
  let isOver = false;
  onScopeDispose(() => (isOver = true));

  async function load(wanted: string): Promise<void> {
    try {
      const loaded = await files[`../../messages/${wanted}/check/words.ts`]?.();
      if (loaded !== undefined && wanted === language.value) words.value = loaded;
    } catch {
      // Without the network, those that are there stay as they are.
      if (words.value === null && !isOver) showPopup({ code: "load-failed" }, () => void load(language.value));
    }
  }

  watch(language, load, { immediate: true });
  return shallowReadonly(words);
}
