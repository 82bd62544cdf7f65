// The summary of the last call of this page, for a bug report that is written when the call is over. Never stored.
import { readonly, ref } from "vue";

const summary = ref("");

export const lastCallSummary = readonly(summary);

export function keepSummary(text: string): void {
  summary.value = text;
}
