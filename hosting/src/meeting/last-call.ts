// The summary of this page's last call, for a bug report written after the call. It is never
// stored.
import { readonly, ref } from "vue";

const summary = ref("");

export const lastCallSummary = readonly(summary);

export function keepSummary(text: string): void {
  summary.value = text;
}
