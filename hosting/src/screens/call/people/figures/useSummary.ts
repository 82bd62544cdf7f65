// Copies the summary of the call to the clipboard. Where the browser refuses, it is shown as text
// to copy by hand.
import { readonly, ref } from "vue";
import { useClipboard } from "../../../../browser/useClipboard.ts";
import { useMeeting } from "../../../../meeting/useMeeting.ts";

export function useSummary() {
  const { summary } = useMeeting();
  const { isCopied, copy } = useClipboard();
  /** Empty unless the clipboard refused the text. */
  const refused = ref("");

  async function copySummary(): Promise<void> {
    const text = summary();
    refused.value = (await copy(text)) ? "" : text;
  }

  return { isCopied, refused: readonly(refused), copySummary };
}
