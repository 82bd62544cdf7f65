// Copies text to the clipboard, and says for a moment that it is there.
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
