// The texts of a language that come after the first paint: of what is below the start's button, and
// of what a room does not begin with. Both reject like `loadMessages`.
import type { RestMessages } from "./en/rest.ts";
import { loadTexts } from "./load-messages.ts";
import type { StartChoiceMessages } from "./types/start/choices.ts";

const rests = import.meta.glob<RestMessages>("./*/rest.ts", { import: "rest" });
/** The folder of types is no language. */
const startChoices = import.meta.glob<StartChoiceMessages>(["./*/start/choices.ts", "!./types/**"], {
  import: "startChoices",
});

export const loadRest = (language: string): Promise<RestMessages> => loadTexts(rests, `./${language}/rest.ts`);

export const loadStartChoices = (language: string): Promise<StartChoiceMessages> =>
  loadTexts(startChoices, `./${language}/start/choices.ts`);
