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
import type { Call, CallParticipant } from "../call/call.ts";
import { joinRoom, preloadSignalling, type Joined } from "../signalling/join.ts";
import { forgetEntered, readEntered, rememberEntered, type EnteredRoom } from "./entered-room.ts";
import { failureOf, type DeadEndReason, type PasswordProblem, type Phase, type RoomInfo } from "./meeting-phase.ts";
import { keepSummary } from "./last-call.ts";
import { local } from "./storage.ts";
import { useCall } from "./useCall.ts";
import { useHost } from "./useHost.ts";
import { useIdentity } from "./useIdentity.ts";
import { useLobbyRest } from "./useLobbyRest.ts";
import { isUsed, useLocalMedia } from "./useLocalMedia.ts";
import { hostKeyOf } from "./useNewMeeting.ts";
import { usePopups } from "./usePopups.ts";
import type { RoomLink } from "./useScreen.ts";
import { useScreenShare } from "./useScreenShare.ts";
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

  const remembered = readEntered(uuid);
  let password: string | null = remembered?.password ?? null;

  const phase = shallowRef<Phase>({ name: "lobby", step: "checking" });
  const room = shallowRef<RoomInfo | null>(isNew ? { isProtected: false, participants: 0 } : null);
  /** How many are inside: as the server counted, then as they are met. Null while unknown. */
  const inside = ref(room.value?.participants ?? null);
  /** Connect was pressed, or this is a reload of the call: enter as soon as it can be done. */
  const isEntering = ref(remembered !== null);
  const isReturning = ref(remembered !== null);
  const passwordProblem = ref<PasswordProblem | null>(null);
  const constraints = computed(() => ({
    audio: isUsed(localMedia.state.value.audio),
    video: isUsed(localMedia.state.value.video),
    screen: false,
  }));

  /** Only relays are used. Remembered, so that it holds from the first packet of the next visit. */
  const isAddressHidden = ref(local.read("isAddressHidden") === "true");

  const { call, participants, screen, isSignallingLost, attach, detach, leave, tellName } = useCall({
    signal,
    constraints,
    name: identity.name,
    handleParticipants: (others) => (inside.value = others.length),
    handleEnded: end,
  });

  const guard = useSeatGuard<EnteredRoom>(uuid, {
    async handleLetGo() {
      const legacy = phase.value.name === "call" ? enteredRoom() : null;
      end("moved");
      await leave();
      return legacy;
    },
  });

  const readProof = async () => ({
    userID: await identity.fetchUserID(api, signal),
    session: identity.readSession(),
  });
  const { attachRoom, ...host } = useHost({ api, uuid, signal, readProof });
  const screenShare = useScreenShare(call, screen);
  useLobbyRest(call);

  function enteredRoom(): EnteredRoom {
    const { audio, video } = localMedia.state.value;
    return { audio: audio.isWanted, video: video.isWanted, password };
  }

  /** The visit is over: devices off, nothing under way, and a page says why. */
  function end(reason: DeadEndReason): void {
    if (phase.value.name === "ended") return;
    if (phase.value.name === "call" && call.value !== null) keepSummary(call.value.summary());
    phase.value = { name: "ended", reason };
    close();
  }

  function close(): void {
    if (signal.aborted) return;
    forgetEntered(uuid);
    closePopups();
    scope.abort();
    localMedia.media.close();
  }

  /** `retry` is for a popup's button. */
  function fail(error: unknown, retry: () => void): void {
    if (signal.aborted) return;
    const failure = failureOf(error);
    if (failure.kind === "dead-end") return end(failure.reason);
    isReturning.value = isEntering.value = false;
    if (failure.kind === "wrong-password") {
      passwordProblem.value = "wrong";
      password = null;
      phase.value = { name: "lobby", step: "password" };
    } else {
      phase.value = { name: "lobby", step: "failed" };
      // The same again would fail again: what helps is to give the wish up.
      const wayOn = failure.problem.code === "no-relay" ? () => void setAddressHidden(false) : retry;
      showPopup(failure.problem, wayOn);
    }
  }

  async function begin(): Promise<void> {
    void localMedia.media.open({ audio: remembered?.audio ?? true, video: remembered?.video ?? true });
    preloadSignalling();
    if (takeOver) {
      await takeSeatOver();
    } else if (!(await guard.claim())) {
      identity.renewSession();
      return end("already-connected");
    }
    await check();
  }

  /** From a tab that was in the call, this one goes straight on into it. */
  async function takeSeatOver(): Promise<void> {
    const legacy = await guard.takeOver();
    if (signal.aborted || legacy === null) return;
    password = legacy.password;
    isEntering.value = isReturning.value = true;
    await Promise.all([localMedia.media.setAudio(legacy.audio), localMedia.media.setVideo(legacy.video)]);
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
    inside.value = room.value.participants;
    if (room.value.isProtected && password === null) {
      if (isEntering.value) passwordProblem.value = "missing";
      isReturning.value = isEntering.value = false;
      phase.value = { name: "lobby", step: "password" };
    } else {
      await join();
    }
  }

  async function join(): Promise<void> {
    closePopups();
    phase.value = { name: "lobby", step: "connecting" };
    const isHidden = isAddressHidden.value;
    try {
      const joined = await joinRoom({
        api,
        link,
        ...(await readProof()),
        constraints: { audio: constraints.value.audio, video: constraints.value.video },
        name: identity.name.value.trim(),
        media: localMedia.media,
        password: password ?? undefined,
        hostKey: hostKeyOf(uuid),
        takeOver,
        isAddressHidden: isHidden,
        signal,
      });
      // The choice was made while the seat was being asked for.
      if (isHidden !== isAddressHidden.value) {
        await joined.call.leave().catch(() => undefined);
        return await join();
      }
      handleJoined(joined);
    } catch (error) {
      fail(error, () => void join());
    }
  }

  function handleJoined({ call: joined, signalling }: Joined): void {
    if (signal.aborted) return void joined.leave().catch(() => undefined);
    attach(joined);
    attachRoom(signalling);
    local.write("currentUUID", uuid);
    phase.value = { name: "lobby", step: "ready" };
    if (isEntering.value) enterNow(joined);
  }

  /** In the lobby: the seat is taken anew, and every connection with it. */
  async function setAddressHidden(isHidden: boolean): Promise<void> {
    if (phase.value.name !== "lobby" || isHidden === isAddressHidden.value) return;
    isAddressHidden.value = isHidden;
    local.write("isAddressHidden", String(isHidden));
    const { step } = phase.value;
    if (step === "failed") return room.value === null ? check() : join();
    if (step !== "ready") return;
    phase.value = { name: "lobby", step: "connecting" };
    await detach();
    if (!signal.aborted) await join();
  }

  /** Nothing is awaited between the press and this. */
  function enterNow(joined: Call): void {
    joined.enter();
    phase.value = { name: "call" };
    isEntering.value = isReturning.value = false;
    rememberEntered(uuid, enteredRoom());
  }

  watch(localMedia.state, () => {
    if (phase.value.name === "call") rememberEntered(uuid, enteredRoom());
  });

  onScopeDispose(close);
  void begin();

  return {
    link,
    localMedia,
    participants,
    isSignallingLost,
    host,
    screen,
    screenShare,
    isAddressHidden: readonly(isAddressHidden),
    /** The same four pictures for everybody who has come by the same link; empty until the seat is there. */
    safetyCode: computed(() => call.value?.safetyCode ?? ""),
    phase: shallowReadonly(phase),
    room: shallowReadonly(room),
    inside: readonly(inside),
    isEntering: readonly(isEntering),
    isReturning: readonly(isReturning),
    passwordProblem: readonly(passwordProblem),
    name: readonly(identity.name),

    /** The Connect press: at once when all is ready, else as soon as it is. */
    enter(): void {
      if (phase.value.name !== "lobby") return;
      const { step } = phase.value;
      if (step === "password") {
        passwordProblem.value ??= "missing";
        return;
      }
      isEntering.value = true;
      if (call.value !== null) enterNow(call.value);
      else if (step === "failed") void (room.value === null ? check() : join());
    },

    /** Connecting starts as soon as the password is given, before Connect is pressed. */
    submitPassword(given: string): void {
      if (phase.value.name !== "lobby" || phase.value.step !== "password" || given === "") return;
      password = given;
      passwordProblem.value = null;
      void join();
    },

    setAddressHidden,
    setShownHeight: (participantID: string, heightPx: number | null) =>
      call.value?.setShownHeight(participantID, heightPx),
    /** The call as text for a bug report: no names, no addresses. */
    summary: () => call.value?.summary() ?? "",

    rename(name: string): void {
      identity.name.value = name;
      tellName();
    },

    leave(): void {
      end("left");
      void leave();
    },
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
