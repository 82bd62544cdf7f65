// What this page still knows of its last call, for the page after it. It is never stored.
import { readonly, shallowRef } from "vue";

export interface LastCall {
  readonly uuid: string;
  /** For a bug report. */
  readonly summary: string;
  readonly tookMs: number;
  readonly wasHost: boolean;
  /** As it was typed. A host whose seat is gone needs it to prove the role. */
  readonly password: string | null;
}

const lastCall = shallowRef<LastCall | null>(null);

export function keepLastCall(call: LastCall): void {
  lastCall.value = call;
}

export function useLastCall() {
  return readonly(lastCall);
}
