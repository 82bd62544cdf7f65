// Recording the call by this page. Everybody who can be reached is told before it begins. Others
// are in it only after their own page has said that it shows it.
import { computed, onScopeDispose, readonly, ref, shallowReadonly, shallowRef, watch } from "vue";
import { useLanguage } from "../../../messages/useLanguage.ts";
import { useMeeting } from "../../../meeting/useMeeting.ts";
import { useKept } from "../../../recording/useKept.ts";
import { labelOf } from "../../../ui/person-label.ts";
import { assignHues } from "../../../ui/person-hues.ts";
import { createProvided } from "../../../ui/provided.ts";
import type { Size } from "../stage/picture-fit.ts";
import type { CallRecording } from "./record-call.ts";
import type { SceneParts } from "./scene.ts";

/** "asking": the person reads what will be recorded. */
type Step = "off" | "asking" | "starting" | "on" | "stopping";

export type Recording = ReturnType<typeof createRecording>;
const provided = createProvided<Recording>("recording");

function createRecording() {
  const { features, localMedia, name, participants, screen, selfID, setRecording } = useMeeting();
  const { messages } = useLanguage();
  const kept = useKept();
  const step = ref<Step>("off");
  const problem = ref<"no-room" | "failed" | null>(null);
  const seconds = ref(0);
  /** The participants whose pages show this recording. */
  const told = shallowRef<ReadonlySet<string>>(new Set());
  const sizes = shallowRef<ReadonlyMap<string, Size>>(new Map());
  const scope = new AbortController();
  let recording: CallRecording | null = null;
  let hues: ReadonlyMap<string, number> = new Map();
  let count = 0;

  function readScene(): SceneParts {
    const { nameless, screenOf } = messages.value.call;
    hues = assignHues(hues, [selfID.value, ...told.value].sort());
    return {
      participants: participants.value,
      told: told.value,
      own: {
        participantID: selfID.value,
        label: name.value || nameless,
        stream: localMedia.stream,
        // The audio is the same stream's: another microphone is another state.
        hasVideo: localMedia.state.value.video.isOn,
        screen: screen.value,
      },
      labelOf: (person) => labelOf(person, nameless),
      screenLabelOf: screenOf,
      hueOf: (participantID) => hues.get(participantID) ?? 0,
    };
  }

  async function open(running: AbortController): Promise<CallRecording> {
    const { openRecording } = await import("./record-call.ts");
    kept.noteBegin();
    const opened = await openRecording({
      onSizes: (changed) => (sizes.value = changed),
      onEnd(end) {
        running.abort();
        setRecording(null);
        kept.noteEnd(opened.fileName, end);
        recording = null;
        step.value = "off";
      },
    });
    return opened;
  }

  /** What lasts as long as the recording. */
  function accompany(opened: CallRecording, running: AbortController): void {
    const number = count;
    const { signal } = running;
    const beganAtMs = performance.now();
    const change = (participantID: string, isTold: boolean) => {
      const changed = new Set(told.value);
      if (isTold) changed.add(participantID);
      else changed.delete(participantID);
      told.value = changed;
    };
    features.onMessage(({ participantID }, message) => {
      if (message.type === "recording-shown" && message.recording === number) change(participantID, true);
    }, running);
    // Another page may be at the other end now.
    features.onReached((participantID) => change(participantID, false), running);
    const timer = setInterval(() => (seconds.value = Math.floor((performance.now() - beganAtMs) / 1_000)), 1_000);
    const unwatch = watch(readScene, opened.show, { immediate: true, flush: "sync" });
    signal.addEventListener("abort", () => {
      clearInterval(timer);
      unwatch();
    });
  }

  async function start(): Promise<void> {
    if (step.value !== "asking") return;
    const running = new AbortController();
    step.value = "starting";
    problem.value = null;
    try {
      recording = await open(running);
      if (scope.signal.aborted) return await stop();
      count += 1;
      told.value = new Set();
      seconds.value = 0;
      accompany(recording, running);
      setRecording(count);
      recording.start();
      step.value = "on";
    } catch (error) {
      running.abort();
      setRecording(null);
      problem.value = error instanceof Error && error.name === "NoRoomError" ? "no-room" : "failed";
      step.value = "asking";
    }
  }

  async function stop(): Promise<void> {
    if (recording === null) return;
    step.value = "stopping";
    await recording.stop();
  }

  onScopeDispose(() => {
    scope.abort();
    void stop();
  });

  return {
    step: readonly(step),
    problem: readonly(problem),
    seconds: readonly(seconds),
    isOn: computed(() => step.value === "on" || step.value === "stopping"),
    /** How large each picture is in the recording, in its pixels. Empty while there is none. */
    sizes: shallowReadonly(sizes),
    ask(): void {
      if (step.value !== "off") return;
      problem.value = null;
      step.value = "asking";
    },
    cancel(): void {
      if (step.value === "asking") step.value = "off";
    },
    start,
    stop,
  };
}

/** For the view of a call. */
export const provideRecording = (): Recording => provided.provide(createRecording());
export const useRecording = provided.use;
