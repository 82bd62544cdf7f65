// A meeting among people who are nowhere: the real local devices, and nobody at the other ends.
// Create it in the setup of the component that provides it.
import { computed, ref, shallowRef } from "vue";
import type { Call, CallParticipant, Features, Knock } from "../../src/call/call.ts";
import { createScreenSharing } from "../../src/call/screen-sharing.ts";
import { useLocalMedia } from "../../src/meeting/useLocalMedia.ts";
import type { Meeting } from "../../src/meeting/useMeeting.ts";
import { useScreenShare } from "../../src/meeting/useScreenShare.ts";
import { createListeners } from "../../src/platform/listeners.ts";
import { clockNow } from "../../src/platform/page-time.ts";
import { usePopups } from "../../src/popups/usePopups.ts";
import { settle, watchShifts, type TestCall } from "./driver.ts";
import { openFileChannel } from "./file-channel.ts";
import { quietState, type MeetingState } from "./meeting-state.ts";
import { idOf, participantOf } from "./people.ts";

const selfID = "zoe";

export function createNowhere(changes: Partial<MeetingState>, handleLeave: () => void) {
  const state = { ...quietState, ...changes };
  const participants = shallowRef<readonly CallParticipant[]>([]);
  const isHost = ref(state.isHost);
  const isInCall = ref(state.isInCall);
  const isEntering = ref(state.isEntering);
  const isWaitingRoomOn = ref(false);
  const knocks = shallowRef<readonly Knock[]>([]);
  const answers: string[] = [];
  const asked: Record<string, number | null> = {};
  const sent: TestCall["sent"] = [];
  const told: TestCall["told"] = [];
  const received = createListeners<Parameters<Parameters<Features["onMessage"]>[0]>>();
  const reached = createListeners<[string]>();
  const { signal } = new AbortController();
  const screen = shallowRef<MediaStream | null>(null);
  const sharing = createScreenSharing({ onChange: () => {}, signal });
  sharing.onScreen((shared) => (screen.value = shared), { signal });

  const localMedia = useLocalMedia();
  void localMedia.media.open(state.wanted);

  /** As with the server, the note goes with the answer. */
  function answerKnocks(how: string, participantIDs: readonly string[]): void {
    answers.push([how, ...participantIDs].join(" "));
    knocks.value = knocks.value.filter(({ participantID }) => !participantIDs.includes(participantID));
  }

  const features: Features = {
    get reachable() {
      return participants.value.map(({ participantID }) => participantID);
    },
    send: (message, to) => void sent.push({ message, to }),
    openFileChannel,
    onMessage: received.add,
    onReached: reached.add,
  };

  const meeting = {
    participants,
    localMedia,
    name: ref(state.name),
    selfID: ref(selfID),
    isReturning: ref(state.isReturning),
    enteredAtMs: ref(clockNow() - state.enteredForMs),
    isSignallingLost: ref(state.isSignallingLost),
    isSeatLost: ref(state.isSeatLost),
    isMicrophoneDead: ref(state.isMicrophoneDead),
    features,
    screen,
    setRecording: (recording: number | null) => told.push(recording),
    safetyCode: shallowRef({
      pictures: ["🐶", "🐱", "🐻", "🍎"].map((emoji, number) => ({ emoji, number })),
      awaited: [],
      newcomers: state.newcomers,
    }),
    waitingRoom: {
      isOn: isWaitingRoomOn,
      knocks,
      isHostAway: ref(state.isHostAway),
      admit: async (participantIDs: readonly string[]) => answerKnocks("admit", participantIDs),
      refuse: async (participantID: string) => answerKnocks("refuse", [participantID]),
    },
    seated: {
      waiting: computed(() =>
        knocks.value.map(({ participantID }) => ({ participantID, constraints: { audio: true, video: false } })),
      ),
      suspicions: shallowRef(new Map(state.suspicions)),
    },
    host: {
      isLocked: ref(state.isLocked),
      isHost,
      hosts: computed(() => new Set(isHost.value ? [selfID] : [])),
      removeParticipant: async (participantID: string) => void answers.push(`remove ${participantID}`),
      fetchStored: async () => ({ items: [{ kind: "room", documents: 1, until: "2030-01-01T00:00:00.000Z" }] }),
      handOver: async (participantID: string) => void answers.push(`hand over ${participantID}`),
    },
    screenShare: useScreenShare(shallowRef({ setScreen: sharing.set } as Call), screen),
    link: { uuid: "", key: state.key },
    phase: ref({ name: "lobby", step: state.step }),
    room: shallowRef(state.room),
    mustAsk: ref(state.mustAsk),
    inside: ref(state.inside),
    isProving: ref(state.isProving),
    isEntering,
    mustAskPassword: ref(state.mustAskPassword),
    passwordProblem: ref(state.passwordProblem),
    isAddressHidden: ref(false),
    cancelKnock() {
      isEntering.value = false;
      isInCall.value = state.isInCall;
    },
    deriveSecret: () => crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]),
    offerMove: async () => ({ link: `${location.href}#a.b`, expiresAt: new Date(Date.now() + 120_000) }),
    fetchExpiry: async () => new Date(Date.now() + 70 * 60_000),
    rename: () => {},
    submitPassword: () => {},
    enter: () => {},
    leave: handleLeave,
    setShownHeight: (participantID: string, heightPx: number | null) => (asked[participantID] = heightPx),
  } as unknown as Meeting;

  const driver: TestCall = {
    hear: (participantID, message, fromHost = false) => received.emit({ participantID, isHost: fromHost }, message),
    show: (people) => (participants.value = people.map(participantOf)),
    fail: (problem) => usePopups().showPopup(problem),
    confirm(name, recording) {
      received.emit({ participantID: idOf(name), isHost: false }, { type: "recording-shown", recording });
    },
    reach: (name) => reached.emit(idOf(name)),
    sent,
    told,
    beHost: (isSo) => (isHost.value = isSo),
    knock(names) {
      isHost.value = isWaitingRoomOn.value = true;
      knocks.value = names.map((name) => ({ participantID: idOf(name), name, nameNumber: 1 }));
    },
    holdBack() {
      isEntering.value = true;
      isInCall.value = false;
    },
    answers,
    settle,
    asked,
    shifts: watchShifts(),
  };
  return { meeting, driver, isInCall };
}
