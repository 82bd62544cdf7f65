// The pictures of the call.
import type { MeetingState } from "../nowhere/meeting-state.ts";
import { crowd, idOf, type TestPerson } from "../nowhere/people.ts";
import type { Scene } from "../scene.ts";

export const call = (
  name: string,
  people: readonly TestPerson[],
  { state = {}, ...more }: Partial<Scene> & { readonly state?: Partial<MeetingState> } = {},
): Scene => ({
  name: `call/${name}`,
  screen: { name: "meeting", state: { key: "key", enteredForMs: 12.5 * 60_000, ...state }, people },
  ...more,
});

const named = (...names: string[]): TestPerson[] => names.map((name) => ({ name, width: 320, height: 180 }));
const long = "Anna-Maria Konstantinopoulou-Wolfeschlegelsteinhausen";
const isImportant = true;
const isRepresentative = true;

export const callScenes: readonly Scene[] = [
  call("alone", [], { isImportant, isRepresentative }),
  call("alone-locked", [], { state: { isLocked: true, isHost: true } }),
  call("returning", [], { state: { isReturning: true } }),
  ...[1, 2, 4, 7].map((others) =>
    call(`people-${others + 1}`, crowd(others), { isImportant: others !== 4, isRepresentative: others === 2 }),
  ),
  call("tall-pictures", crowd(4, { 0: { width: 180, height: 320 }, 1: { width: 240, height: 240 } })),
  call("long-names", named(long, `${long} ${long}`, "Wolfeschlegelsteinhausenbergerdorff")),
  call("right-to-left-names", named("نور الهدى عبد الرحمن", "אביגיל בן־דוד", "Ali علي 2"), { isRepresentative }),
  call("nameless", [{ name: "", width: 320, height: 180 }, ...crowd(1)]),
  call("muted", crowd(3, { 0: { isMuted: true }, 1: { isMuted: true, hasVideo: false }, 2: { hasVideo: false } })),
  call("all-off", crowd(2, { 0: { isMuted: true, hasVideo: false }, 1: { isMuted: true, hasVideo: false } }), {
    state: { wanted: { audio: false, video: false } },
  }),
  call("speaking", crowd(3, { 1: { isSpeaking: true } })),
  call("connecting", crowd(3, { 0: { status: "connecting" }, 2: { status: "connecting", hasVideo: false } })),
  ...(["offline", "network-here", "network-there", "asleep"] as const).map((cause) =>
    call(`silent-${cause}`, crowd(2, { 0: { status: "silent", cause } })),
  ),
  call("not-heard", crowd(2, { 0: { hearsMe: "no" }, 1: { hearsMe: "blocked" } })),
  call("weak-network", crowd(1, { 0: { paused: { theirs: true, own: true } } }), { isImportant }),
  call("weak-network-not-heard", crowd(5, { 0: { paused: { theirs: true, own: true }, hearsMe: "no" } })),
  call("hand", crowd(3), {
    isImportant,
    async act({ call, find, pressInBar }) {
      call.hear(idOf("Boris"), { type: "hand", order: 1 });
      await find("hand-mark");
      await pressInBar("hand");
    },
  }),
  call("screen-shared", crowd(3, { 1: { screen: { width: 1280, height: 720 } } }), { isImportant, isRepresentative }),
  call(
    "two-screens",
    crowd(3, { 0: { screen: { width: 1280, height: 720 } }, 1: { screen: { width: 600, height: 900 } } }),
  ),
  call("speaker-view", crowd(5, { 2: { isSpeaking: true } }), { stored: { view: "speaker" } }),
  call("pinned", crowd(4), { act: (a) => a.press("pin") }),
  call("audio-only", crowd(3), {
    async act({ call, openInBar, press }) {
      call.hear(idOf("Anna"), { type: "audio-only", isOn: true });
      await openInBar("view");
      await press("audio-only");
      document.querySelector<HTMLElement>("[data-testid=close-menu]")?.click();
    },
  }),
  call("own-screen", crowd(2), {
    async act({ pressInBar, find }) {
      await pressInBar("share-screen", "share-screen-row");
      await find("sharing");
    },
  }),
  call("recorded", crowd(3, { 1: { recording: 2 } }), {
    isImportant,
    act: async (a) => void (await a.find("recorded-by")),
  }),
];
