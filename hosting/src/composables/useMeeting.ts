// One visit to a room, from the first look to the end of the call, as phases. All that can be done before Connect is pressed is
// done before; nothing outlives the scope of the visit.
import {
  computed,
  inject,
  onScopeDispose,
  provide,
  readonly,
  ref,
  shallowReadonly,
  shallowRef,
  watch,
  type InjectionKey,
} from "vue";
import { createApi } from "../api/client.ts";
import type { Call, CallParticipant, CallProblem } from "../call/call.ts";
import { joinRoom, preloadSignalling } from "../signalling/join.ts";
import { forgetEntered, readEntered, rememberEntered, type EnteredRoom } from "./entered-room.ts";
import {
  failureOf,
  reasonOfEnd,
  type DeadEndReason,
  type PasswordProblem,
  type Phase,
  type RoomInfo,
} from "./meeting-phase.ts";
import { local } from "./storage.ts";
import { useIdentity } from "./useIdentity.ts";
import { isUsed, useLocalMedia } from "./useLocalMedia.ts";
import { hostKeyOf } from "./useNewMeeting.ts";
import { usePopups } from "./usePopups.ts";
import type { RoomLink } from "./useScreen.ts";
import { useSeatGuard } from "./useSeatGuard.ts";

export type { CallParticipant, DeadEndReason };

export interface Visit {
  readonly link: RoomLink;
  /** Made by this page a moment ago. */
  readonly isNew: boolean;
  /** Ends the seat that another tab of this person holds. */
  readonly takeOver: boolean;
}

export type Meeting = ReturnType<typeof createMeeting>;
const meetingKey: InjectionKey<Meeting> = Symbol("meeting");

function createMeeting({ link, isNew, takeOver }: Visit) {
  const { uuid } = link;
  const api = createApi();
  const identity = useIdentity();
  const localMedia = useLocalMedia();
  const { showPopup, closePopups } = usePopups();
  const scope = new AbortController();
  const { signal } = scope;

  let returning = readEntered(uuid);
  let password: string | null = returning?.password ?? null;

  const phase = shallowRef<Phase>({ name: "lobby", step: "checking" });
  const room = shallowRef<RoomInfo | null>(isNew ? { isProtected: false, participants: 0 } : null);
  const call = shallowRef<Call | null>(null);
  const participants = shallowRef<readonly CallParticipant[]>([]);
  /** Connect was pressed, or this is a reload of the call: enter as soon as it can be done. */
  const isEntering = ref(returning !== null);
  const isReturning = ref(returning !== null);
  const passwordProblem = ref<PasswordProblem | null>(null);
  const isSignallingLost = ref(false);
  const constraints = computed(() => ({
    audio: isUsed(localMedia.state.value.audio),
    video: isUsed(localMedia.state.value.video),
    screen: false,
  }));

  const guard = useSeatGuard<EnteredRoom>(uuid, {
    async handleLetGo() {
      const legacy = phase.value.name === "call" ? enteredRoom() : null;
      const leaving = call.value?.leave();
      end("moved");
      await leaving;
      return legacy;
    },
  });

  function enteredRoom(): EnteredRoom {
    const { audio, video } = localMedia.state.value;
    return { audio: audio.isWanted, video: video.isWanted, password };
  }

  /** The visit is over: devices off, seat given up, a page says why. */
  function end(reason: DeadEndReason): void {
    if (phase.value.name === "ended") return;
    phase.value = { name: "ended", reason };
    forgetEntered(uuid);
    closePopups();
    scope.abort();
    localMedia.media.close();
  }

  function fail(error: unknown, retry: () => void): void {
    if (signal.aborted) return;
    const failure = failureOf(error);
    switch (failure.kind) {
      case "dead-end":
        return end(failure.reason);
      case "wrong-password":
        passwordProblem.value = "wrong";
        password = null;
        isReturning.value = isEntering.value = false;
        phase.value = { name: "lobby", step: "password" };
        return;
      case "popup":
        phase.value = { name: "lobby", step: "failed" };
        isReturning.value = isEntering.value = false;
        return showPopup(failure.problem, retry);
    }
    failure satisfies never;
  }

  async function begin(): Promise<void> {
    void localMedia.media.open({ audio: returning?.audio ?? true, video: returning?.video ?? true });
    preloadSignalling();
    if (takeOver) {
      const legacy = await guard.takeOver();
      if (signal.aborted) return;
      if (legacy !== null) {
        returning = legacy;
        password = legacy.password;
        isEntering.value = isReturning.value = true;
        await Promise.all([localMedia.media.setAudio(legacy.audio), localMedia.media.setVideo(legacy.video)]);
      }
    } else if (!(await guard.claim())) {
      identity.renewSession();
      return end("already-connected");
    }
    await check();
  }

  async function check(): Promise<void> {
    if (signal.aborted) return;
    closePopups();
    phase.value = { name: "lobby", step: "checking" };
    try {
      room.value ??= await api.room({ uuid }, { signal });
    } catch (error) {
      return fail(error, () => void check());
    }
    if (signal.aborted) return;
    if (room.value.isProtected && password === null) {
      isReturning.value = isEntering.value = false;
      phase.value = { name: "lobby", step: "password" };
    } else {
      await join();
    }
  }

  async function join(): Promise<void> {
    closePopups();
    phase.value = { name: "lobby", step: "connecting" };
    try {
      const joined = await joinRoom({
        api,
        link,
        userID: await identity.fetchUserID(api, signal),
        session: identity.readSession(),
        constraints: { audio: constraints.value.audio, video: constraints.value.video },
        name: identity.name.value.trim(),
        media: localMedia.media,
        password: password ?? undefined,
        hostKey: hostKeyOf(uuid),
        takeOver,
        signal,
      });
      handleJoined(joined.call);
    } catch (error) {
      fail(error, () => void join());
    }
  }

  function handleJoined(joined: Call): void {
    if (signal.aborted) return void joined.leave().catch(() => undefined);
    call.value = joined;
    participants.value = joined.participants;
    joined.onChange((changed) => (participants.value = changed), { signal });
    joined.onEnded((reason) => end(reasonOfEnd(reason)), { signal });
    joined.onProblem(handleProblem, { signal });
    local.write("currentUUID", uuid);
    phase.value = { name: "lobby", step: "ready" };
    if (isEntering.value) enterNow(joined);
  }

  function handleProblem(problem: CallProblem): void {
    switch (problem) {
      case "signalling-lost":
      case "signalling-back":
        isSignallingLost.value = problem === "signalling-lost";
        return;
      case "signal-refused":
        return showPopup({ code: "signal-refused" });
    }
    problem satisfies never;
  }

  /** Nothing is awaited between the press and this. */
  function enterNow(joined: Call): void {
    joined.enter();
    phase.value = { name: "call" };
    isEntering.value = isReturning.value = false;
    rememberEntered(uuid, enteredRoom());
  }

  /** The Connect press: at once when all is ready, else as soon as it is. */
  function enter(): void {
    if (phase.value.name !== "lobby") return;
    const { step } = phase.value;
    if (step === "password" && password === null) {
      passwordProblem.value ??= "missing";
      return;
    }
    isEntering.value = true;
    if (call.value !== null) enterNow(call.value);
    else if (step === "failed") void (room.value === null ? check() : join());
  }

  /** Connecting starts as soon as the password is given, before Connect is pressed. */
  function submitPassword(given: string): void {
    if (phase.value.name !== "lobby" || phase.value.step !== "password" || given === "") return;
    password = given;
    passwordProblem.value = null;
    void join();
  }

  function rename(name: string): void {
    identity.name.value = name;
    call.value?.setName(name.trim());
  }

  function leave(): void {
    void call.value?.leave().catch(() => undefined);
    end("left");
  }

  watch(constraints, (current) => {
    call.value?.setConstraints(current);
    if (phase.value.name === "call") rememberEntered(uuid, enteredRoom());
  });

  window.addEventListener("pagehide", () => call.value?.leaveNow(), { signal });
  window.addEventListener(
    "pageshow",
    (event) => {
      // A page taken back out of the browser's cache has said goodbye: it starts afresh.
      if (event.persisted) window.location.reload();
    },
    { signal },
  );

  onScopeDispose(() => {
    if (phase.value.name === "ended") return;
    forgetEntered(uuid);
    closePopups();
    scope.abort();
    void call.value?.leave().catch(() => undefined);
  });

  void begin();

  return {
    link,
    phase: shallowReadonly(phase),
    room: shallowReadonly(room),
    participants: shallowReadonly(participants),
    isEntering: readonly(isEntering),
    isReturning: readonly(isReturning),
    passwordProblem: readonly(passwordProblem),
    isSignallingLost: readonly(isSignallingLost),
    localMedia,
    name: readonly(identity.name),
    enter,
    submitPassword,
    rename,
    leave,
  };
}

/** For the view of a visit: begins it, and ends it with the view. */
export function provideMeeting(visit: Visit): Meeting {
  const meeting = createMeeting(visit);
  provide(meetingKey, meeting);
  return meeting;
}

/** For whatever is inside that view. */
export function useMeeting(): Meeting {
  const meeting = inject(meetingKey);
  if (meeting === undefined) throw new Error("No meeting here");
  return meeting;
}
