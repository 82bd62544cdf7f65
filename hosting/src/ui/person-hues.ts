// The colours of people: nobody has that of another who is present.
import { inject, provide, readonly, shallowRef, watch, type InjectionKey, type Ref } from "vue";

export const hueCount = 8;

type Hues = ReadonlyMap<string, number>;
const key: InjectionKey<Readonly<Ref<Hues>>> = Symbol("hues");

/** 0 to hueCount - 1, from the participantID: the same on each page where it is free. */
export function hueOf(participantID: string): number {
  let sum = 0;
  for (const character of participantID) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9_973;
  return sum % hueCount;
}

/**
 * Who has a colour keeps it. A newcomer gets the own one, or the next that the fewest people have.
 */
export function assignHues(before: Hues, present: readonly string[]): Hues {
  const hues = new Map(present.flatMap((id) => (before.has(id) ? [[id, before.get(id) ?? 0] as const] : [])));
  for (const id of present) {
    if (hues.has(id)) continue;
    const users = (hue: number) => [...hues.values()].filter((used) => used === hue).length;
    const inOrder = Array.from({ length: hueCount }, (_, step) => (hueOf(id) + step) % hueCount);
    const fewest = Math.min(...inOrder.map(users));
    hues.set(id, inOrder.find((hue) => users(hue) === fewest) ?? 0);
  }
  return hues;
}

/** `present` in an order that is the same on each page, as far as possible. */
export function providePersonHues(present: Readonly<Ref<readonly string[]>>): void {
  const hues = shallowRef<Hues>(new Map());
  watch(present, (people) => (hues.value = assignHues(hues.value, people)), { immediate: true });
  provide(key, readonly(hues) as Readonly<Ref<Hues>>);
}

/** Where nobody has provided colours, a person has that of the own ID. */
export function usePersonHues() {
  const hues = inject(key, null);
  return { hueOf: (participantID: string) => hues?.value.get(participantID) ?? hueOf(participantID) };
}
