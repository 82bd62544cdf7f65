// The summary of the call into the clipboard; where the browser refuses, as text to be taken by hand.
import { readonly, ref } from "vue";
import { useClipboard } from "../../../browser/useClipboard.ts";
import { useMeeting } from "../../../meeting/useMeeting.ts";

export function useSummary() {
  const { summary } = useMeeting();
  const { isCopied, copy } = useClipboard();
  /** Empty unless the clipboard refused it. */
  const refused = ref("");

  async function copySummary(): Promise<void> {
    const text = summary();
    refused.value = (await copy(text)) ? "" : text;
  }

  return { isCopied, refused: readonly(refused), copySummary };
}
