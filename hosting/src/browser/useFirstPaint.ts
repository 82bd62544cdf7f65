// What a component does once it has been painted. What it shows and does besides the first pictures
// can wait for that.
import { onMounted, onScopeDispose, readonly, ref } from "vue";
import { afterPaint } from "./after-paint.ts";

/** Not called when the component is gone by then. */
export function onFirstPaint(run: () => void): void {
  let cancel = () => {};
  onMounted(() => (cancel = afterPaint(run)));
  onScopeDispose(() => cancel());
}

export function useFirstPaint() {
  const isPainted = ref(false);
  onFirstPaint(() => (isPainted.value = true));
  return readonly(isPainted);
}
