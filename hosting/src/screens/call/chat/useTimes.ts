// The times of messages, in this device's time zone and the interface's language.
import { computed } from "vue";
import { useLanguage } from "../../../messages/useLanguage.ts";

export function useTimes() {
  const { language } = useLanguage();
  const short = computed(() => new Intl.DateTimeFormat(language.value, { timeStyle: "short" }));
  const full = computed(() => new Intl.DateTimeFormat(language.value, { dateStyle: "long", timeStyle: "medium" }));
  return {
    formatTime: (atMs: number): string => short.value.format(atMs),
    formatFully: (atMs: number): string => full.value.format(atMs),
  };
}
