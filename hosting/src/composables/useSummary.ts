// The summary of the call into the clipboard; where the browser refuses, as text to be taken by hand.
import { onScopeDispose, readonly, ref } from "vue";
import { useMeeting } from "./useMeeting.ts";

const copiedShownMs = 2_500;

export function useSummary() {
  const { summary } = useMeeting();
  const isCopied = ref(false);
  /** Empty unless the clipboard refused it. */
  const refused = ref("");
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function copySummary(): Promise<void> {
    clearTimeout(timer);
    const text = summary();
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      isCopied.value = false;
      refused.value = text;
      return;
    }
    refused.value = "";
    isCopied.value = true;
    timer = setTimeout(() => (isCopied.value = false), copiedShownMs);
  }

  onScopeDispose(() => clearTimeout(timer));

  return { isCopied: readonly(isCopied), refused: readonly(refused), copySummary };
}
