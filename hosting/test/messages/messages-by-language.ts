// All texts at once, for the tests. A folder is a language, as it is for the page.
import { readdirSync } from "node:fs";
import type { Messages } from "../../src/messages/en/room.ts";

const folder = new URL("../../src/messages/", import.meta.url);

export const languages: readonly string[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

async function read(language: string): Promise<[string, Messages]> {
  const { room } = (await import(new URL(`${language}/room.ts`, folder).href)) as { room: Messages };
  return [language, room];
}

export const messagesByLanguage = Object.fromEntries(await Promise.all(languages.map(read))) as Readonly<
  Record<"en" | "ru", Messages> & Record<string, Messages>
>;
