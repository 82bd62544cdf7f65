// What the page infers, and from how much: docs/decisions/0011-guesses-end-nothing.md. Each case is
// evidence and what is said. The first one is enough for the inference, the others are less.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReceptionReport } from "@meetogram/contract";
import { expect } from "chai";
import { ApiError } from "../src/api/client.ts";
import { explainSilence } from "../src/call/connectivity/explain-silence.ts";
import { judgeLiveness } from "../src/call/connectivity/liveness.ts";
import { judgeSeatLoss } from "../src/call/seat-loss.ts";
import { judgeHearing, noHearing } from "../src/call/statistics/hearing.ts";
import { timings } from "../src/call/timings.ts";
import { LoadError } from "../src/meeting/entrance/join-room.ts";
import { nameSignInFailure } from "../src/meeting/entrance/sign-in-failure.ts";
import { failureOf } from "../src/meeting/meeting-phase.ts";
import { messagesByLanguage } from "./messages/messages-by-language.ts";
import { toProblem } from "../src/popups/problem.ts";
import { SignInError } from "../src/signalling/firestore/auth/token-requests.ts";
import { readRefusal } from "../src/signalling/firestore/read-refusal.ts";
import { isEnded } from "../src/signalling/firestore/room-watch.ts";

const root = join(import.meta.dirname, "../..");
const minuteMs = 60_000;

const answered = (code: ConstructorParameters<typeof ApiError>[0], status = 400) => new ApiError(code, status);
const denied = Object.assign(new Error("Denied"), { code: "permission-denied" });

function refusal(error: unknown): string {
  const read = readRefusal(error);
  return read === null ? "unanswered" : read.kind === "ended" ? read.reason : `withheld: ${read.loss}`;
}

function entrance(error: unknown, hadPassword = true): string {
  const failure = failureOf(error, hadPassword);
  if (failure.kind === "dead-end") return failure.reason;
  return failure.kind === "password" ? `password ${failure.problem}` : failure.problem.code;
}

const problem = (error: unknown) => toProblem(error, "connect-failed").code;

const silent = { isOffline: false, isServerLost: false, isPageStalled: false, silent: 1, entered: 1 };
const offline = { isOffline: true, isServerLost: true };

const liveness = (sinceHeardMs: number) => judgeLiveness(sinceHeardMs, false);

function hearing(...reports: readonly (Partial<ReceptionReport> & { isLoud?: boolean; isMuted?: boolean })[]): string {
  return reports.reduce(
    (before, { isLoud = true, isMuted = false, audio = "none", isSoundBlocked = false }) =>
      judgeHearing(before, {
        report: { type: "report", audio, isSoundBlocked } as ReceptionReport,
        isMicrophoneLoud: isLoud,
        isMuted,
      }),
    noHearing,
  ).hearing;
}

type Case = readonly [evidence: string, said: string | null | boolean, expected: string | null | boolean];

const inferences: Readonly<Record<string, readonly Case[]>> = {
  removed: [
    ["the server says so", refusal(answered("removed")), "removed"],
    ["the room is not found", refusal(answered("room-not-found")), "withheld: lost"],
    ["the rules deny", refusal(denied), "unanswered"],
    ["no answer", refusal(answered("network", 0)), "unanswered"],
  ],
  moved: [
    ["the server says so", refusal(answered("already-connected")), "moved"],
    ["the rules deny", refusal(denied), "unanswered"],
  ],
  refused: [
    ["the server says so", refusal(answered("refused")), "refused"],
    ["the server says so at the door", entrance(answered("refused", 403)), "refused"],
    ["the room is not found", refusal(answered("room-not-found")), "withheld: lost"],
    ["the rules deny", refusal(denied), "unanswered"],
  ],
  ended: [
    ["its end was set back and is now", isEnded({ expireAt: 0, wasSetBack: true }, 1), true],
    ["the same, by a clock that is behind", isEnded({ expireAt: 20_000, wasSetBack: true }, 0), true],
    ["its end has come by itself", isEnded({ expireAt: 0, wasSetBack: false }, minuteMs), false],
    ["its end was set back and is ahead", isEnded({ expireAt: 5 * minuteMs, wasSetBack: true }, 0), false],
  ],
  lost: [
    ["the server does not know the room", refusal(answered("room-not-found")), "withheld: lost"],
    ["it is full", refusal(answered("room-full")), "withheld: full"],
    ["it is locked", refusal(answered("room-locked")), "withheld: locked"],
    ["it has expired", refusal(answered("room-expired")), "withheld: expired"],
    ["the link is not the room's any more", refusal(answered("wrong-link")), "withheld: lost"],
    ["the server is broken", refusal(answered("internal", 500)), "unanswered"],
    ["too many requests", refusal(answered("rate-limited", 429)), "unanswered"],
    ["anything thrown", refusal(undefined), "unanswered"],
  ],
  "end-without-seat": [
    ["withheld, and nobody is there", judgeSeatLoss("lost", 0), "lost"],
    ["withheld, and somebody is there", judgeSeatLoss("lost", 1), null],
    ["full, and somebody is there", judgeSeatLoss("full", 1), null],
    ["no answer, and nobody is there", judgeSeatLoss("unanswered", 0), null],
    ["the seat is there", judgeSeatLoss(null, 0), null],
  ],
  "dead-end": [
    ["expired", entrance(answered("room-expired")), "expired"],
    ["not found", entrance(answered("room-not-found", 404)), "not-found"],
    ["full", entrance(answered("room-full", 409)), "full"],
    ["locked", entrance(answered("room-locked", 403)), "locked"],
    ["wrong link", entrance(answered("wrong-link", 403)), "incomplete-link"],
    ["removed", entrance(answered("removed", 403)), "removed"],
    ["an answer that is not of this API, with the same status", entrance(answered("network", 404)), "no-answer"],
    ["no answer", entrance(answered("network", 0)), "no-answer"],
    ["a code that this page does not know", entrance(answered("internal", 403)), "invalid-request"],
  ],
  "already-connected": [
    ["the server says so", entrance(answered("already-connected", 409)), "already-connected"],
    ["another conflict", entrance(answered("idempotency-conflict", 409)), "invalid-request"],
  ],
  "wrong-password": [
    ["given and refused", entrance(answered("wrong-password", 403)), "password wrong"],
    ["none was given", entrance(answered("wrong-password", 403), false), "password missing"],
  ],
  "no-answer": [
    ["no answer to a request", problem(answered("network", 0)), "no-answer"],
    ["no answer of Auth", problem(nameSignInFailure(new SignInError("no-answer"))), "no-answer"],
    ["Auth refuses", problem(nameSignInFailure(new SignInError("refused"))), "connect-failed"],
    ["Auth is out of order", problem(nameSignInFailure(new SignInError("unavailable"))), "connect-failed"],
    ["a defect", problem(nameSignInFailure(new TypeError("undefined"))), "connect-failed"],
    ["a part has not arrived", problem(new LoadError()), "load-failed"],
  ],
  "server-broke": [
    ["500", problem(answered("internal", 500)), "internal"],
    ["an unknown code with 400", problem(answered("internal", 400)), "invalid-request"],
  ],
  "not-accepted": [
    ["refused", problem(answered("invalid-request")), "invalid-request"],
    ["no answer", problem(answered("network", 0)), "no-answer"],
  ],
  "too-many-requests": [
    ["the server says so", problem(answered("rate-limited", 429)), "rate-limited"],
    ["another refusal", problem(answered("host-only", 403)), "invalid-request"],
  ],
  "not-loaded": [
    ["a part has not arrived", problem(new LoadError()), "load-failed"],
    ["a defect", problem(new Error("anything")), "connect-failed"],
  ],
  unexpected: [
    ["a defect", problem(new Error("anything")), "connect-failed"],
    ["no error at all", problem(undefined), "connect-failed"],
    ["an answer", problem(answered("invalid-request")), "invalid-request"],
  ],
  "host-request-failed": [
    ["any failure", toProblem(new Error("anything"), "host-failed").code, "host-failed"],
    ["no answer", toProblem(answered("network", 0), "host-failed").code, "no-answer"],
  ],
  offline: [
    ["nobody is heard, and the browser says so", explainSilence({ ...silent, ...offline }), "offline"],
    ["somebody is heard", explainSilence({ ...silent, ...offline, entered: 2 }), "network-there"],
    ["only the server is lost", explainSilence({ ...silent, isServerLost: true }), "network-here"],
  ],
  "network-here": [
    ["nobody of several is heard", explainSilence({ ...silent, silent: 2, entered: 2 }), "network-here"],
    ["nobody is heard, nor the server", explainSilence({ ...silent, isServerLost: true }), "network-here"],
    [
      "no server, and somebody is heard",
      explainSilence({ ...silent, isServerLost: true, entered: 2 }),
      "network-there",
    ],
  ],
  "network-there": [
    ["one of several is silent", explainSilence({ ...silent, entered: 3 }), "network-there"],
    ["nobody of several is heard", explainSilence({ ...silent, silent: 3, entered: 3 }), "network-here"],
  ],
  asleep: [
    ["ICE checks are answered", explainSilence({ ...silent, isPageStalled: true }), "asleep"],
    ["none are", explainSilence(silent), "network-there"],
  ],
  gone: [
    ["20 s", liveness(timings.lostAfterMs), "lost"],
    ["19 s", liveness(timings.lostAfterMs - 1_000), "silent"],
    ["a moment", liveness(1_000), "alive"],
  ],
  "not-heard": [
    ["twice nothing of what was said", hearing({}, {}), "no"],
    ["once", hearing({}), "unknown"],
    ["a pause", hearing({ isLoud: false }, { isLoud: false }, { isLoud: false }), "unknown"],
    ["muted", hearing({ isMuted: true }, { isMuted: true }), "unknown"],
  ],
  "blocked-there": [
    ["it says so", hearing({ audio: "sound", isSoundBlocked: true }), "blocked"],
    ["nothing arrives", hearing({}), "unknown"],
  ],
};

/** The words of guesses. They say that they are. */
const guesses = [
  "causes.network-here",
  "causes.network-there",
  "causes.asleep",
  "people.causes.network-here",
  "people.causes.network-there",
  "people.causes.asleep",
  "hearing.no",
  "deadEnds.already-connected.text",
  "deadEnds.expired.text",
  "deadEnds.lost.text",
  "waitingRoom.hostAway",
  "deadEnds.not-found.text",
  "deadEnds.incomplete-link.text",
  "deadEnds.unsupported.text",
  "popups.invalid-request.text",
  "popups.load-failed.text",
  "popups.copy-failed.text",
  "popups.screen-failed.text",
  "popups.other-key.text",
  "popups.signal-refused.text",
  "popups.signal-flood.text",
  "popups.host-expected.title",
  ...[
    "storage.refused",
    "camera.still",
    "camera.black",
    "camera.no-picture",
    "microphone.silent",
    "microphone.muted",
    "device.in-use",
    "device.unsupported",
    "codecs.untold",
    "server.slow",
    "server.no-answer",
    "firestore.no-answer",
    "network.without-relay",
    "network.no-relay",
    "network.no-public",
    "network.none",
    "call.not-connected",
    "call.no-picture",
  ].map((path) => `check.found.${path}`),
];
const hedges: Readonly<Record<string, RegExp>> = {
  en: /\b(perhaps|may|or)\b/i,
  ru: /(возможно|может|или|либо)/i,
  de: /\b(vielleicht|oder)\b/i,
  es: /(quizá|puede|\bo\b|\bu\b)/i,
  uk: /(можливо|може|або|чи)/i,
};

/** The rows of the table: the names of each, and the whole row. */
function readRows(): { names: string[]; text: string }[] {
  const text = readFileSync(join(root, "docs/decisions/0011-guesses-end-nothing.md"), "utf8");
  const rows = text.split("\n").filter((line) => line.startsWith("| `"));
  return rows.map((row) => ({ names: row.split("|")[1]!.match(/[a-z-]+/g)!, text: row }));
}

describe("what the page infers", () => {
  for (const [inference, cases] of Object.entries(inferences)) {
    for (const [evidence, said, expected] of cases) {
      it(`${inference}: ${evidence}`, () => expect(said).to.equal(expected));
    }
  }

  it("is never the same with less evidence", () => {
    for (const [inference, cases] of Object.entries(inferences)) {
      expect(new Set(cases.map(([, , expected]) => expected)).size, inference).to.be.above(1);
    }
  });

  for (const [language, messages] of Object.entries(messagesByLanguage)) {
    it(`is said as a guess where it is one: ${language}`, () => {
      for (const path of guesses) {
        const found = path.split(".").reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], messages);
        const text = typeof found === "function" ? (found as (name: string) => string)("Anna") : found;
        expect(text, path).to.match(hedges[language]!);
      }
    });
  }

  it("is in the decision's table, with a case here or the name of a test", () => {
    const rows = readRows();
    const inTable = rows.flatMap(({ names }) => names);
    expect(Object.keys(inferences).filter((name) => !inTable.includes(name))).to.deep.equal([]);
    for (const { names, text } of rows) {
      if (names.every((name) => name in inferences)) continue;
      const [, file = ""] = /`((?:hosting|e2e)\/test\/[^`]+)`/.exec(text) ?? [];
      expect(file !== "" && existsSync(join(root, file)), names.join()).to.equal(true);
    }
  });
});
