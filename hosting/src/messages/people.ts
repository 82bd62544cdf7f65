// The words of the panel of people: who is here, how well each is heard and seen, what a host may do.
import type { Language } from "./language.ts";

interface PeopleMessages {
  readonly heading: string;
}

export const peopleMessages: Readonly<Record<Language, PeopleMessages>> = {
  en: { heading: "People" },
  ru: { heading: "Участники" },
};
