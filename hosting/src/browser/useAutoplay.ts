// Sound that the browser refuses to start without a press: its elements are collected here, mute, and let loose by one button.
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
    // Other failures are passing ones: the stream was replaced while it was starting.
    if (!(error instanceof DOMException) || error.name !== "NotAllowedError" || element.muted) return;
    update((elements) => elements.add(element));
    // A picture without sound is always allowed.
    element.muted = true;
    await element.play().catch(() => undefined);
  }
}

function forget(element: HTMLMediaElement): void {
  if (blocked.value.has(element)) update((elements) => elements.delete(element));
}

/** To be called by a press. */
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
