// Before the call.
import type { MeetingState } from "../nowhere/meeting-state.ts";
import { crowd } from "../nowhere/people.ts";
import type { Scene } from "../scene.ts";
import type { DeviceState } from "../still/devices.ts";

const room = { isProtected: false, hasLinkProof: true, hasWaitingRoom: false, participants: 2 };
const atRest: Partial<MeetingState> = { isInCall: false, inside: 2, mustAsk: false, key: "key", room };

const lobby = (name: string, state: Partial<MeetingState> = {}, more: Partial<Scene> = {}): Scene => ({
  name: `lobby/${name}`,
  screen: { name: "meeting", state: { ...atRest, ...state } },
  ...more,
});

const both = (state: DeviceState) => ({ devices: { camera: state, microphone: state } });
const notice = { act: async (a) => void (await a.find("media-notice")) } satisfies Partial<Scene>;

export const lobbyScenes: readonly Scene[] = [
  lobby("camera-on", {}, { isImportant: true, isRepresentative: true }),
  lobby("checking", { step: "checking", inside: null, room: null }),
  lobby("proving", { step: "connecting", inside: null, isProving: true }),
  lobby("connecting", { step: "connecting", isEntering: true }),
  lobby("nobody-inside", { inside: 0 }),
  {
    ...lobby("names-inside"),
    screen: { name: "meeting", state: { ...atRest, inside: 5 }, people: crowd(5) },
  },
  {
    ...lobby("recorded"),
    screen: { name: "meeting", state: atRest, people: crowd(2, { 0: { recording: 1 } }) },
  },
  lobby("asking", {}, { ...both("asking"), isImportant: true, isRepresentative: true }),
  lobby("unanswered", {}, { ...both("asking"), ...notice, takesTime: true }),
  lobby("slow", {}, { ...both("opening"), ...notice, takesTime: true }),
  lobby("off", { wanted: { audio: false, video: false } }),
  lobby("denied", {}, { ...both("denied"), ...notice, isImportant: true }),
  lobby("blocked", {}, { ...both("blocked"), ...notice }),
  lobby("dismissed", {}, { ...both("dismissed"), ...notice }),
  lobby("missing", {}, { ...both("missing"), ...notice }),
  lobby("busy", {}, { ...both("busy"), ...notice, isRepresentative: true }),
  lobby("only-microphone", {}, { devices: { camera: "missing", microphone: "on" }, ...notice }),
  lobby("password", { step: "password", mustAskPassword: true }),
  lobby("password-missing", { step: "password", mustAskPassword: true, passwordProblem: "missing" }),
  lobby("password-wrong", { step: "password", mustAskPassword: true, passwordProblem: "wrong" }, { isImportant: true }),
  lobby("must-ask", { mustAsk: true }),
  lobby("waiting", { mustAsk: true, isEntering: true }, { isImportant: true, isRepresentative: true }),
  lobby("waiting-without-host", { mustAsk: true, isEntering: true, isHostAway: true }),
  lobby("no-key", { key: null }),
  lobby(
    "failed",
    { step: "failed" },
    { problem: { code: "no-answer" }, act: async (a) => void (await a.find("popup")) },
  ),
  lobby(
    "more-open",
    {},
    {
      isLong: true,
      async act({ press }) {
        await press("more-choices");
      },
    },
  ),
];
