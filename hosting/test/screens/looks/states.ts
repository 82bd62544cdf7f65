// The states of the start and of the lobby: how the server and the browser answer, and what a
// person does in each.
import type { Page } from "playwright-core";
import { openRoom, refusal, roomPath, uuid, type Answer } from "../site.ts";

export interface ScreenState {
  readonly path: string;
  readonly answers?: Partial<Record<"create" | "room" | "connect", Answer>>;
  readonly isAllowed?: boolean;
  /** Runs before the page's own scripts. */
  readonly script?: () => void;
  /** Ends when the state is shown. */
  readonly enter: (page: Page) => Promise<unknown>;
}

const roomWith = (more: object): Answer => ({ json: { ...(openRoom as { json: object }).json, ...more } });
const see = (testID: string) => (page: Page) => page.getByTestId(testID).first().waitFor();

async function openMore(page: Page): Promise<void> {
  await page.getByTestId("start-more").locator("summary").click();
  await page.getByTestId("remember-rooms").waitFor();
}

/** Two rooms of earlier visits. */
async function rememberRooms(page: Page): Promise<void> {
  await openMore(page);
  await page.getByTestId("remember-rooms").click();
  await page.evaluate((first) => {
    const ids = [first, first.replace("1b4e", "2c5f")];
    const rooms = ids.map((id, index) => ({
      uuid: id,
      path: `/r/${id}#AAECAwQFBgcICQoLDA0ODw`,
      isHost: index === 0,
      hostKey: "H".repeat(43),
      seenAtMs: Date.now() - index,
      expiresAtMs: Date.now() + 3_600_000,
    }));
    localStorage.setItem("recentRooms", JSON.stringify(rooms));
  }, uuid);
  await page.reload();
  await page.getByTestId("recent-room").first().waitFor();
}

const room: Answer = roomWith({ isProtected: true });
const lobby = { path: roomPath };

export const screenStates: Readonly<Record<string, ScreenState>> = {
  start: { path: "/", enter: see("join-text") },
  "the start with its choices open, a problem of the link and a popup": {
    path: "/",
    answers: { create: refusal(500, "internal") },
    enter: async (page) => {
      await see("join-text")(page);
      await openMore(page);
      await page.getByTestId("join").click();
      await page.locator('[data-testid="join-text"][aria-invalid="true"]').waitFor();
      await page.getByTestId("go").click();
      await see("popup")(page);
    },
  },
  "the start with remembered rooms": {
    path: "/",
    enter: async (page) => {
      await see("join-text")(page);
      await rememberRooms(page);
    },
  },
  lobby: { ...lobby, enter: (page) => page.locator('[data-testid="preview"] video.is-shown').waitFor() },
  "the lobby with its choices open": {
    ...lobby,
    enter: async (page) => {
      await page.getByTestId("more-choices").locator("summary").click();
      await see("choose-camera")(page);
    },
  },
  "the lobby while the browser asks": {
    ...lobby,
    script: () => (navigator.mediaDevices.getUserMedia = () => new Promise(() => {})),
    enter: see("media-notice"),
  },
  "the lobby with blocked devices": { ...lobby, isAllowed: false, enter: see("ask-again") },
  "the lobby without devices": {
    ...lobby,
    script: () =>
      (navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("Not found", "NotFoundError"))),
    enter: see("ask-again"),
  },
  "the lobby with a password that is missing": {
    ...lobby,
    answers: { room, connect: refusal(403, "wrong-password") },
    enter: async (page) => {
      await see("password")(page);
      await page.getByTestId("connect").click();
      await page.locator('[data-testid="password"][aria-invalid="true"]').waitFor();
    },
  },
  "the lobby of a room with a waiting room": {
    ...lobby,
    answers: { room: roomWith({ hasWaitingRoom: true }) },
    enter: see("inside"),
  },
  "the lobby with a popup": { ...lobby, answers: { connect: refusal(500, "internal") }, enter: see("popup") },
  "a room that is full": { ...lobby, answers: { connect: refusal(409, "room-full") }, enter: see("dead-end") },
  "a link without its key": { path: "/r/1", enter: see("dead-end") },
  "a browser that cannot": {
    ...lobby,
    script: () => Object.defineProperty(window, "RTCPeerConnection", { value: undefined }),
    enter: see("dead-end"),
  },
};
