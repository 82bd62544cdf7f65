// All texts at once, for the tests. A folder is a language, as it is for the page.
import { existsSync, readdirSync } from "node:fs";
import type { RestMessages } from "../../src/messages/en/rest.ts";
import type { Messages } from "../../src/messages/en/room.ts";
import type { CheckMessages } from "../../src/messages/types/check.ts";
import type { StartChoiceMessages } from "../../src/messages/types/start/choices.ts";

type AllMessages = Messages &
  RestMessages & { readonly startChoices: StartChoiceMessages; readonly check: CheckMessages };

const folder = new URL("../../src/messages/", import.meta.url);

/** The folder of types has no texts. */
export const languages: readonly string[] = readdirSync(folder).filter((name) =>
  existsSync(new URL(`${name}/start.ts`, folder)),
);

async function read(language: string): Promise<[string, AllMessages]> {
  const load = (file: string): Promise<unknown> => import(new URL(`${language}/${file}.ts`, folder).href);
  const { room } = (await load("room")) as { room: Messages };
  const { rest } = (await load("rest")) as { rest: RestMessages };
  const { startChoices } = (await load("start/choices")) as { startChoices: StartChoiceMessages };
  const { check } = (await load("check/words")) as { check: CheckMessages };
  return [language, { ...room, ...rest, startChoices, check }];
}

export const messagesByLanguage = Object.fromEntries(await Promise.all(languages.map(read))) as Readonly<
  Record<"en" | "ru", AllMessages> & Record<string, AllMessages>
>;
