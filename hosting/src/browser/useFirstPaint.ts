// Whether the component has been painted once. What it shows besides the first pictures can wait
// for that.
import { onMounted, onScopeDispose, readonly, ref } from "vue";

/** A hidden page has no frames. */
const withoutFramesMs = 100;

export function useFirstPaint() {
  const isPainted = ref(false);
  let frame = 0;
  let timer: ReturnType<typeof setTimeout>;
  const finish = () => (isPainted.value = true);
  onMounted(() => {
    timer = setTimeout(finish, withoutFramesMs);
    // A frame's callbacks run before it is painted, and a timer of theirs after that.
    frame = requestAnimationFrame(() => {
      clearTimeout(timer);
      timer = setTimeout(finish);
    });
  });
  onScopeDispose(() => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  });
  return readonly(isPainted);
}
