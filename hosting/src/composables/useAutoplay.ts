// Media that the browser refuses to start without a press: collected here, started by one button.
import { computed, readonly, shallowRef } from "vue";

const refused = shallowRef<ReadonlySet<HTMLMediaElement>>(new Set());

function update(change: (elements: Set<HTMLMediaElement>) => void): void {
  const elements = new Set(refused.value);
  change(elements);
  refused.value = elements;
}

async function play(element: HTMLMediaElement): Promise<void> {
  try {
    await element.play();
    if (refused.value.has(element)) update((elements) => elements.delete(element));
  } catch (error) {
    // Other failures are passing ones: the stream was replaced while it was starting.
    if (error instanceof DOMException && error.name === "NotAllowedError") update((elements) => elements.add(element));
  }
}

function forget(element: HTMLMediaElement): void {
  if (refused.value.has(element)) update((elements) => elements.delete(element));
}

function playAll(): void {
  for (const element of refused.value) void play(element);
}

const isRefused = computed(() => refused.value.size > 0);

export function useAutoplay() {
  return { isRefused: readonly(isRefused), play, forget, playAll };
}
