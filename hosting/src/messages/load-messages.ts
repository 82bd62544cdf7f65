// The texts of a language, in three scripts: those of the page, those of a room, which contain the
// first, and those of what is below the start's button. A folder is a language.
import type { PageMessages } from "./en/page.ts";
import type { Messages } from "./en/room.ts";
import type { StartChoiceMessages } from "./types/start-choices.ts";

export interface Spoken {
  readonly language: string;
  readonly page: PageMessages;
  /** Null until a room is opened. */
  readonly room: Messages | null;
}

const pages = import.meta.glob<PageMessages>("./*/page.ts", { import: "page" });
const rooms = import.meta.glob<Messages>("./*/room.ts", { import: "room" });
/** The folder of types is no language. */
const startChoices = import.meta.glob<StartChoiceMessages>(["./*/start-choices.ts", "!./types/*"], {
  import: "startChoices",
});

async function load<Texts>(files: Record<string, () => Promise<Texts>>, path: string): Promise<Texts> {
  const file = files[path];
  if (file === undefined) throw new Error(`There is no ${path}`);
  return file();
}

/** Rejects where a script cannot be loaded. Another call tries again. */
export async function loadMessages(language: string, { isForRoom }: { isForRoom: boolean }): Promise<Spoken> {
  if (!isForRoom) return { language, page: await load(pages, `./${language}/page.ts`), room: null };
  const room = await load(rooms, `./${language}/room.ts`);
  return { language, page: room, room };
}

/** Rejects like `loadMessages`. */
export function loadStartChoices(language: string): Promise<StartChoiceMessages> {
  return load(startChoices, `./${language}/start-choices.ts`);
}
