// The texts of a language that the page and a room begin with, in two scripts: those of the page,
// and those of a room, which contain the first. A folder is a language.
import type { PageMessages } from "./en/page.ts";
import type { Messages } from "./en/room.ts";

export interface Spoken {
  readonly language: string;
  readonly page: PageMessages;
  /** Null until a room is opened. */
  readonly room: Messages | null;
}

const pages = import.meta.glob<PageMessages>("./*/page.ts", { import: "page" });
const rooms = import.meta.glob<Messages>("./*/room.ts", { import: "room" });

export async function loadTexts<Texts>(files: Record<string, () => Promise<Texts>>, path: string): Promise<Texts> {
  const file = files[path];
  if (file === undefined) throw new Error(`There is no ${path}`);
  return file();
}

/** Rejects where a script cannot be loaded. Another call tries again. */
export async function loadMessages(language: string, { isForRoom }: { isForRoom: boolean }): Promise<Spoken> {
  if (!isForRoom) return { language, page: await loadTexts(pages, `./${language}/page.ts`), room: null };
  const room = await loadTexts(rooms, `./${language}/room.ts`);
  return { language, page: room, room };
}
