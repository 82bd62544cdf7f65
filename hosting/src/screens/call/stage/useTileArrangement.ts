// The arrangement of a call's tiles in an element. It follows the element's size and the number of
// tiles.
import { computed, onScopeDispose, ref, watch, type Ref } from "vue";
import { arrangeTiles } from "./arrange-tiles.ts";

export function useTileArrangement(element: Readonly<Ref<HTMLElement | null>>, count: Ref<number>, gap: number) {
  const size = ref({ width: 0, height: 0 });
  const observer = new ResizeObserver(([entry]) => {
    if (entry !== undefined) size.value = { width: entry.contentRect.width, height: entry.contentRect.height };
  });
  watch(element, (current, previous) => {
    if (previous) observer.unobserve(previous);
    if (current !== null) observer.observe(current);
  });
  onScopeDispose(() => observer.disconnect());

  return { arrangement: computed(() => arrangeTiles(count.value, { ...size.value, gap })) };
}
