// Text into the clipboard, and for a moment the word that it is there.
import { onScopeDispose, readonly, ref } from "vue";

const copiedShownMs = 2_500;

export function useClipboard() {
  const isCopied = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** False when the browser refuses. */
  async function copy(text: string): Promise<boolean> {
    clearTimeout(timer);
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      isCopied.value = false;
      return false;
    }
    isCopied.value = true;
    timer = setTimeout(() => (isCopied.value = false), copiedShownMs);
    return true;
  }

  onScopeDispose(() => clearTimeout(timer));

  return { isCopied: readonly(isCopied), copy };
}
