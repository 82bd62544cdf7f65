// The states of the call's screen, in the order in which a page can go through them: how a person
// gets into each, and out of it. On a phone some things stand elsewhere.
import type { Page } from "playwright-core";
import { shareThisTab } from "./sharing/share-this-tab.ts";
import { crowd, show } from "./call-page.ts";

interface State {
  readonly enter: (page: Page) => Promise<unknown>;
  readonly leave?: (page: Page) => Promise<unknown>;
}

const press = (testID: string) => (page: Page) => page.getByTestId(testID).first().click();
const escape = (page: Page) => page.keyboard.press("Escape");
const waitFor = (page: Page, testID: string) => page.getByTestId(testID).first().waitFor();
const isPhone = (page: Page) => page.viewportSize()!.width < 800;

/** A button of the bar; on a phone, what the menu of the rest has instead. */
const openMenu = (button: string, marker: string) => async (page: Page) => {
  await press(isPhone(page) ? "more" : button)(page);
  await waitFor(page, marker);
};

const offer = (page: Page, number: number) =>
  page.evaluate(([id, name]) => window.testCall.hear("anna", { type: "file-offer", id, name, size: 2_000_000 }), [
    Buffer.alloc(16, number).toString("base64url"),
    `report ${number}.pdf`,
  ] as const);

/** Offers a file to everybody, and one of them takes it: it is on its way. */
async function giveFile(page: Page): Promise<void> {
  await page
    .getByTestId("file-input")
    .setInputFiles({ name: "a.bin", mimeType: "text/plain", buffer: Buffer.alloc(300_000) });
  await press("offer-files")(page);
  await page.locator('[data-testid="file"][data-way="out"]').first().waitFor();
  await page.evaluate(() => {
    const { message, to } = window.testCall.sent.find((one) => one.message.type === "file-offer")!;
    if (message.type !== "file-offer") return;
    window.testCall.hear(to!, { type: "file-accept", id: message.id, from: 0, chain: "A".repeat(43) });
  });
  await page.locator("progress").first().waitFor();
}

export const states: Readonly<Record<string, State>> = {
  alone: { enter: async () => {} },
  "three others, one without a picture, one who speaks with a raised hand": {
    enter: async (page) => {
      await show(page, crowd(3, { 0: { isSpeaking: true }, 1: { hasVideo: false, isMuted: true } }));
      await page.evaluate(() => window.testCall.hear("anna", { type: "hand", order: 1 }));
      await waitFor(page, "hand-mark");
    },
  },
  "an own shared screen": {
    enter: async (page) => {
      if (isPhone(page)) return;
      await page.evaluate(shareThisTab);
      await press("share-screen")(page);
      await waitFor(page, "sharing");
    },
    leave: async (page) => {
      if (!isPhone(page)) await press("stop-screen")(page);
    },
  },
  chat: {
    enter: async (page) => {
      await press("chat")(page);
      await page.getByTestId("chat-field").fill("A word");
      await page.keyboard.press("Enter");
    },
    leave: press("close-panel"),
  },
  people: {
    enter: async (page) => {
      await press("people")(page);
      await waitFor(page, "person-menu");
    },
  },
  "the menu for a person, of a guest": { enter: press("person-menu"), leave: escape },
  "the people of a host, with somebody who waits": {
    enter: async (page) => {
      await page.evaluate(() => window.testCall.knock(["Elena"]));
      await waitFor(page, "waiting-person");
    },
  },
  "the menu for a person, of a host": { enter: press("person-menu"), leave: escape },
  "a person's connection and volume": {
    enter: async (page) => {
      for (const item of ["show-volume", "show-figures"]) {
        await press("person-menu")(page);
        await press(item)(page);
      }
      await waitFor(page, "volume");
    },
  },
  "the question before a removal": {
    enter: async (page) => {
      await press("person-menu")(page);
      await press("remove-person")(page);
      await waitFor(page, "confirm");
    },
    leave: press("cancel"),
  },
  privacy: {
    enter: async (page) => {
      await press("tab-privacy")(page);
      await press("show-stored")(page);
      await page.locator("table").waitFor();
    },
    leave: async (page) => {
      await press("close-panel")(page);
      await page.evaluate(() => window.testCall.knock([]));
    },
  },
  "a file that is offered": {
    enter: async (page) => {
      await offer(page, 1);
      await waitFor(page, "file-note");
    },
  },
  "files, offered, chosen and on their way": {
    enter: async (page) => {
      await press("more")(page);
      await press("files")(page);
      await waitFor(page, "files-panel");
      await offer(page, 2);
      await press("file-refuse")(page);
      await giveFile(page);
      await page
        .getByTestId("file-input")
        .setInputFiles({ name: "b.txt", mimeType: "text/plain", buffer: Buffer.from("b") });
      await waitFor(page, "chosen-files");
    },
    leave: press("close-panel"),
  },
  "the menu of the microphone": { enter: openMenu("microphone-menu", "choose-microphone"), leave: escape },
  "the menu of the camera": { enter: openMenu("camera-menu", "choose-camera"), leave: escape },
  reactions: { enter: openMenu("react", "reaction-🎉"), leave: escape },
  "the choice of the view": { enter: openMenu("view", "view-menu"), leave: escape },
  "the menu of the rest": { enter: press("more"), leave: escape },
  "the invitation": {
    enter: async (page) => {
      await press("more")(page);
      await press("invite")(page);
      await waitFor(page, "invite-dialog");
      await press("invite-calendar")(page);
      await page.getByTestId("calendar-when").fill("2030-06-01T18:00");
      await waitFor(page, "calendar-late");
    },
    leave: press("close-dialog"),
  },
  "a code for another device": {
    enter: async (page) => {
      await press("more")(page);
      await press("move")(page);
      await waitFor(page, "move-code");
    },
    leave: press("close-dialog"),
  },
  "the question before a recording": {
    enter: async (page) => {
      await press("more")(page);
      await press("record")(page);
      await waitFor(page, "record-dialog");
    },
  },
  "a recording": {
    enter: async (page) => {
      await press("start-recording")(page);
      await waitFor(page, "own-recording");
      await show(page, crowd(3, { 1: { recording: 2 } }));
      await waitFor(page, "recorded-by");
    },
  },
  "recordings that are kept": {
    enter: async (page) => {
      await page.waitForFunction(
        () => (document.querySelector("[data-testid=recording-time]")?.textContent ?? "0:00") > "0:01",
      );
      await press("stop-recording")(page);
      await waitFor(page, "kept-recording");
    },
    leave: async (page) => {
      await press("kept-later")(page);
      await page.getByTestId("kept-recording").waitFor({ state: "detached" });
    },
  },
  popups: {
    enter: (page) =>
      page.evaluate(() => {
        for (const code of ["copy-failed", "screen-missing"] as const) window.testCall.fail({ code });
      }),
    leave: async (page) => {
      await escape(page);
      await escape(page);
    },
  },
  "the question after Back": { enter: (page) => page.goBack(), leave: press("stay") },
  "the lobby of somebody who waits": {
    enter: async (page) => {
      await page.evaluate(() => window.testCall.holdBack());
      await waitFor(page, "cancel-knock");
      await page.locator("summary").click();
    },
  },
};
