// The size of an element as a ref.
import { onScopeDispose, readonly, ref, watch, type Ref } from "vue";
import type { Size } from "./picture-fit.ts";

export function useElementSize(element: Readonly<Ref<HTMLElement | null>>): Readonly<Ref<Size>> {
  const size = ref<Size>({ width: 0, height: 0 });
  const observer = new ResizeObserver(([entry]) => {
    if (entry !== undefined) size.value = { width: entry.contentRect.width, height: entry.contentRect.height };
  });
  watch(element, (current, previous) => {
    if (previous) observer.unobserve(previous);
    if (current !== null) observer.observe(current);
  });
  onScopeDispose(() => observer.disconnect());
  return readonly(size);
}
