// Copies text to the clipboard, and says for a moment that it is there.
import { onScopeDispose, readonly, ref } from "vue";

const copiedShownMs = 2_500;
/** A browser that asks the person first takes longer. The text is then copied all the same. */
const answerWaitMs = 3_000;

export function useClipboard() {
  const isCopied = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** False when the browser refuses. */
  async function copy(text: string): Promise<boolean> {
    clearTimeout(timer);
    isCopied.value = (await writeText(text)) || copySelection(text);
    if (isCopied.value) timer = setTimeout(() => (isCopied.value = false), copiedShownMs);
    return isCopied.value;
  }

  onScopeDispose(() => clearTimeout(timer));

  return { isCopied: readonly(isCopied), copy };
}

async function writeText(text: string): Promise<boolean> {
  const silence = new Promise<false>((resolve) => setTimeout(resolve, answerWaitMs, false));
  try {
    return await Promise.race([navigator.clipboard.writeText(text).then(() => true), silence]);
  } catch {
    return false;
  }
}

/** The older way. Browsers inside of other programs often have only this one. */
function copySelection(text: string): boolean {
  const focused = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.readOnly = true;
  // Out of sight. A field that is not drawn cannot be selected.
  field.style.position = "fixed";
  field.style.opacity = "0";
  document.body.append(field);
  try {
    field.select();
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
