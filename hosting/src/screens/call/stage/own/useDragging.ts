// Drags an element by mouse, pen or touch. A press without a move remains a press.
import { readonly, shallowRef } from "vue";

interface Offset {
  readonly x: number;
  readonly y: number;
}

const leastPx = 4;

/** `drop` gets how far the element was dragged. */
export function useDragging(drop: (offset: Offset) => void) {
  const offset = shallowRef<Offset | null>(null);
  let start: Offset | null = null;

  return {
    /** Null while nothing is dragged. */
    offset: readonly(offset),
    handlers: {
      pointerdown(event: PointerEvent): void {
        if (event.button !== 0 || (event.target as Element).closest("button") !== null) return;
        start = { x: event.clientX, y: event.clientY };
        (event.currentTarget as Element).setPointerCapture(event.pointerId);
      },
      pointermove(event: PointerEvent): void {
        if (start === null) return;
        const moved = { x: event.clientX - start.x, y: event.clientY - start.y };
        if (offset.value !== null || Math.hypot(moved.x, moved.y) >= leastPx) offset.value = moved;
      },
      pointerup(): void {
        const dropped = offset.value;
        start = offset.value = null;
        if (dropped !== null) drop(dropped);
      },
      pointercancel(): void {
        start = offset.value = null;
      },
    },
  };
}
