// The summary of this page's last call, for a bug report written after the call. It is never
// stored.
import { readonly, ref } from "vue";
import { useClipboard } from "../browser/useClipboard.ts";
import { usePopups } from "../popups/usePopups.ts";

const summary = ref("");

export function keepSummary(text: string): void {
  summary.value = text;
}

export function useLastCall() {
  const { isCopied, copy } = useClipboard();
  const { showPopup } = usePopups();

  async function copySummary(): Promise<void> {
    if (!(await copy(summary.value))) showPopup({ code: "copy-failed" });
  }

  return { summary: readonly(summary), isCopied, copySummary };
}
