// The page after a call, or instead of one. All popups, and recordings that are kept.
import type { DeadEndReason } from "../../src/meeting/meeting-phase.ts";
import type { Problem } from "../../src/popups/problem.ts";
import type { Scene } from "../scene.ts";

const reasons = [
  "expired",
  "ended",
  "erased",
  "refused",
  "not-found",
  "incomplete-link",
  "full",
  "already-connected",
  "moved",
  "move-used",
  "locked",
  "removed",
  "lost",
  "left",
  "unsupported",
  "insecure",
] as const satisfies readonly DeadEndReason[];
/** It does not compile when a reason has no scene. */
null as unknown as DeadEndReason satisfies (typeof reasons)[number];

const person = "Anna-Maria Konstantinopoulou";
const problems: readonly Problem[] = [
  { code: "connect-failed" },
  { code: "load-failed" },
  { code: "copy-failed" },
  { code: "other-key" },
  { code: "connection-closed" },
  { code: "screen-blocked" },
  { code: "screen-missing" },
  { code: "screen-failed" },
  { code: "no-relay" },
  { code: "host-expected" },
  { code: "app-check-failed" },
  { code: "host-failed" },
  { code: "camera-flip-failed" },
  { code: "signal-refused", person },
  { code: "signal-flood", person: "" },
];

const afterCall = { act: async (a) => void (await a.find("call-duration")) } satisfies Partial<Scene>;

export const endScenes: readonly Scene[] = [
  ...reasons.map((reason): Scene => ({
    name: `end/${reason}`,
    screen: { name: "end", reason },
    isImportant: reason === "full",
    isRepresentative: reason === "full" || reason === "unsupported",
  })),
  {
    name: "end/left-as-guest",
    screen: { name: "end", reason: "left", lastCall: {} },
    isLong: true,
    isImportant: true,
    isRepresentative: true,
    ...afterCall,
  },
  {
    name: "end/left-as-host",
    screen: { name: "end", reason: "left", lastCall: { wasHost: true } },
    isLong: true,
    ...afterCall,
  },
  {
    name: "end/rated-bad",
    screen: { name: "end", reason: "left", lastCall: {} },
    isLong: true,
    act: (a) => a.press("rate-bad"),
  },
  { name: "popups/first", screen: { name: "popups", problems: problems.slice(0, 8) }, isLong: true },
  { name: "popups/second", screen: { name: "popups", problems: problems.slice(8) }, isLong: true },
  {
    name: "recordings/kept",
    screen: { name: "kept" },
    isRepresentative: true,
    async act({ find }) {
      await find("join");
      await find("kept-recording");
    },
  },
  {
    name: "recordings/delete-question",
    screen: { name: "kept" },
    async act({ find, press }) {
      await find("join");
      await press("delete-recording");
    },
  },
];
