// Audio that the browser's autoplay policy blocks without a press. Its elements are collected here,
// muted, and one button unmutes them all.
import { computed, readonly, shallowRef } from "vue";

const blocked = shallowRef<ReadonlySet<HTMLMediaElement>>(new Set());

function update(change: (elements: Set<HTMLMediaElement>) => void): void {
  const elements = new Set(blocked.value);
  change(elements);
  blocked.value = elements;
}

async function play(element: HTMLMediaElement): Promise<void> {
  try {
    await element.play();
  } catch (error) {
    // Other failures are temporary: the stream was replaced while it was starting.
    if (!(error instanceof DOMException) || error.name !== "NotAllowedError" || element.muted) return;
    update((elements) => elements.add(element));
    // Video without audio is always allowed.
    element.muted = true;
    await element.play().catch(() => undefined);
  }
}

function forget(element: HTMLMediaElement): void {
  if (blocked.value.has(element)) update((elements) => elements.delete(element));
}

/** Must be called in a press. */
function playAll(): void {
  const elements = blocked.value;
  blocked.value = new Set();
  for (const element of elements) {
    element.muted = false;
    void play(element);
  }
}

const isBlocked = computed(() => blocked.value.size > 0);

export function useAutoplay() {
  return { isBlocked: readonly(isBlocked), play, forget, playAll };
}
