// What is open beside or below the call: panels, menus and dialogs.
import { crowd, idOf } from "../nowhere/people.ts";
import type { Actor } from "../act.ts";
import type { Scene } from "../scene.ts";
import { call } from "./call.ts";

const id = (number: number) => String(number).padStart(22, "A");
const minuteMs = 60_000;
const beganAtMs = Date.UTC(2026, 2, 1, 15, 4);

const texts = [
  ["Anna", "Hello!"],
  ["Anna", "The notes are at https://example.org/notes/2026/a-rather-long-address-that-has-to-be-wrapped-somewhere"],
  ["Boris", "Спасибо, вижу. Посмотрю после звонка."],
  ["Clara", "مرحبا، شكرا على الرابط"],
] as const;

async function talk({ call, press, type, find }: Actor): Promise<void> {
  for (const [index, [name, text]] of texts.entries()) {
    const atMs = beganAtMs + index * minuteMs;
    call.hear(idOf(name), { type: "chat", message: { id: id(index), order: atMs, writtenAtMs: atMs, text } });
  }
  await press("chat");
  await find("chat-list");
  await type("chat-field", "A draft that is not sent yet");
}

async function offerFiles({ call, press, find, give }: Actor): Promise<void> {
  await press("more");
  await press("files");
  await find("files-panel");
  call.hear(idOf("Anna"), {
    type: "file-offer",
    id: id(1),
    name: "report of the year with a long name.pdf",
    size: 2_000_000,
  });
  call.hear(idOf("Boris"), { type: "file-offer", id: id(2), name: "план.odt", size: 84_000 });
  await give("file-input", [new File(["text"], "minutes.txt", { type: "text/plain" })]);
  await find("chosen-files");
}

const opened = (name: string, act: Scene["act"], more: Parameters<typeof call>[2] = {}): Scene => ({
  ...call(name, crowd(3, { 0: { isSpeaking: true }, 1: { hasVideo: false, isMuted: true } }), {
    ...more,
    ...(act && { act }),
  }),
  name: `open/${name}`,
});

/** Presses one after another. */
const presses =
  (...testIDs: string[]) =>
  async ({ press }: Actor) => {
    for (const testID of testIDs) await press(testID);
  };

const inBar = (testID: string, shown: string) => async (a: Actor) => {
  await a.openInBar(testID);
  await a.scrollTo(shown);
};

export const panelScenes: readonly Scene[] = [
  opened("chat", talk, { isImportant: true, isRepresentative: true }),
  opened("chat-empty", presses("chat")),
  opened("files", offerFiles, { isRepresentative: true }),
  opened("people", presses("people"), { isImportant: true, isRepresentative: true }),
  opened("people-of-host", async (a) => {
    a.call.knock(["Elena"]);
    await a.press("people");
    await a.find("waiting-person");
  }),
  opened("people-suspicious", presses("people"), { state: { isHost: true, suspicions: [["anna", "signal-flood"]] } }),
  opened("person-menu", presses("people", "person-menu")),
  opened("person-menu-of-host", presses("people", "person-menu"), { state: { isHost: true } }),
  opened("person-figures", presses("people", "person-menu", "show-volume", "person-menu", "show-figures")),
  opened("remove-question", presses("people", "person-menu", "remove-person"), { state: { isHost: true } }),
  opened("privacy", presses("people", "tab-privacy"), { isImportant: true }),
  opened("privacy-of-host", presses("people", "tab-privacy", "show-stored"), { state: { isHost: true } }),
  opened("more", presses("more"), { isImportant: true, isRepresentative: true }),
  opened("microphone-menu", inBar("microphone-menu", "choose-microphone")),
  opened("camera-menu", inBar("camera-menu", "choose-camera")),
  opened("reactions", inBar("react", "reaction-🎉")),
  opened("view-menu", inBar("view", "view-menu")),
  opened("more-to-the-end", async ({ press, find }) => {
    await press("more");
    [...(await find("bar-menu")).querySelectorAll("*")].at(-1)?.scrollIntoView();
  }),
  opened("invite-dialog", presses("more", "invite"), { isImportant: true, isRepresentative: true }),
  opened("invite-calendar", async (a) => {
    await presses("more", "invite", "invite-calendar")(a);
    await a.type("calendar-when", "2030-06-01T18:00");
    await a.find("calendar-late");
  }),
  opened("move-dialog", async (a) => {
    await presses("more", "move")(a);
    await a.find("move-code");
  }),
  opened("record-dialog", async (a) => {
    await presses("more", "record")(a);
    await a.find("record-dialog");
  }),
];
