// Enlarges what a tile shows: two fingers, a double tap, one finger to move it, or keys.
import { computed, shallowRef, watch, type Ref } from "vue";
import { panBy, usualScale, whole, zoomAt, zoomByKey, type Point, type Zoom } from "./zoom.ts";

export function useZoom(element: Readonly<Ref<HTMLElement | null>>, of: () => unknown) {
  const zoom = shallowRef<Zoom>(whole);
  const fingers = new Map<number, Point>();
  let isTouched = false;

  // Another screen begins whole.
  watch(of, () => (zoom.value = whole));

  const tile = () => element.value?.getBoundingClientRect() ?? new DOMRect();

  function fromCentre(point: Point): Point {
    const { left, top, width, height } = tile();
    return { x: point.x - left - width / 2, y: point.y - top - height / 2 };
  }

  function toggle(point: Point): void {
    zoom.value = zoom.value.scale > 1 ? whole : zoomAt(whole, usualScale, point, tile());
  }

  function move(id: number, to: Point): void {
    const from = fingers.get(id);
    if (from === undefined) return;
    const other = [...fingers].find(([known]) => known !== id)?.[1];
    fingers.set(id, to);
    if (other === undefined) {
      zoom.value = panBy(zoom.value, { x: to.x - from.x, y: to.y - from.y }, tile());
      return;
    }
    const apart = (point: Point) => Math.max(1, Math.hypot(point.x - other.x, point.y - other.y));
    const middle = fromCentre({ x: (to.x + other.x) / 2, y: (to.y + other.y) / 2 });
    const shifted = panBy(zoom.value, { x: (to.x - from.x) / 2, y: (to.y - from.y) / 2 }, tile());
    zoom.value = zoomAt(shifted, apart(to) / apart(from), middle, tile());
  }

  const release = ({ pointerId }: PointerEvent) => void fingers.delete(pointerId);

  return {
    isEnlarged: computed(() => zoom.value.scale > 1),
    style: computed(() => {
      const { scale, x, y } = zoom.value;
      return { transform: `translate(${x}px, ${y}px) scale(${scale})` };
    }),
    toggle: () => toggle({ x: 0, y: 0 }),
    /** True if it was a double tap, which has been dealt with. */
    handleDoublePress({ clientX, clientY }: MouseEvent): boolean {
      if (isTouched) toggle(fromCentre({ x: clientX, y: clientY }));
      return isTouched;
    },
    handleKey(event: KeyboardEvent): void {
      const changed = zoomByKey(zoom.value, event.key, tile());
      if (changed === null || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      zoom.value = changed;
    },
    handlers: {
      pointerdown({ pointerId, pointerType, clientX, clientY, target }: PointerEvent): void {
        isTouched = pointerType === "touch";
        if ((target as Element).closest("button") !== null) return;
        // A third finger is not part of a pinch.
        if (fingers.size < 2) fingers.set(pointerId, { x: clientX, y: clientY });
      },
      pointermove: ({ pointerId, clientX, clientY }: PointerEvent) => move(pointerId, { x: clientX, y: clientY }),
      pointerup: release,
      pointercancel: release,
      pointerleave: release,
    },
  };
}
