// The start screen.
import type { Problem } from "../../src/popups/problem.ts";
import type { Scene } from "../scene.ts";

const problems: readonly Problem[] = [
  { code: "network" },
  { code: "no-answer" },
  { code: "rate-limited", retryAfterMs: 30_000 },
  { code: "internal", requestID: "4bf92f3577b34da6a3ce929d0e0e4736" },
  { code: "invalid-request" },
  { code: "load-failed" },
  { code: "app-check-failed" },
];

const room = (number: number, isHost: boolean) => ({
  uuid: `${number}b4e28ba-2fa1-4d2a-883f-0016d3cca427`,
  path: `/r/${number}b4e28ba-2fa1-4d2a-883f-0016d3cca427#AAECAwQFBgcICQoLDA0ODw`,
  isHost,
  hostKey: null,
  seenAtMs: Date.UTC(2026, 1, 27 - number, 9, 30),
  expiresAtMs: Date.UTC(2030, 0, 1),
});

const recent = (count: number) => ({
  recentRooms: JSON.stringify(Array.from({ length: count }, (_, index) => room(index + 1, index % 2 === 0))),
});

const screen = { name: "start" } as const;

export const startScenes: readonly Scene[] = [
  {
    name: "start/quiet",
    screen,
    isImportant: true,
    isRepresentative: true,
    act: async (a) => void (await a.find("join")),
  },
  {
    name: "start/more-open",
    screen,
    isImportant: true,
    async act({ find, press, scrollTo }) {
      await press("start-more");
      await find("new-password");
      await scrollTo("new-password");
    },
  },
  {
    name: "start/creating",
    screen,
    async act({ find, press }) {
      await find("join");
      await press("go");
    },
  },
  {
    name: "start/join-empty",
    screen,
    async act({ press, scrollTo }) {
      await press("join");
      await scrollTo("join-text");
    },
  },
  {
    name: "start/join-elsewhere",
    screen,
    async act({ type, submit, find }) {
      await type(
        "join-text",
        "https://elsewhere.example/r/1b4e28ba-2fa1-4d2a-883f-0016d3cca427#AAECAwQFBgcICQoLDA0ODw",
      );
      await submit("join-text");
      await find("elsewhere");
    },
  },
  {
    name: "start/recent-rooms",
    screen,
    stored: recent(3),
    isLong: true,
    isRepresentative: true,
    act: async (a) => void (await a.find("recent-rooms")),
  },
  {
    name: "start/no-recent-rooms",
    screen,
    stored: recent(0),
    isLong: true,
    act: async (a) => void (await a.find("recent-rooms")),
  },
  ...problems.map((problem): Scene => ({
    name: `start/${problem.code}`,
    screen,
    problem,
    isImportant: problem.code === "network",
    async act({ find }) {
      await find("join");
      await find("popup");
    },
  })),
];
