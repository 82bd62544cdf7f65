// One visit to a room, from the lobby to the end of the call, as phases. Everything possible is
// done before Connect is pressed. Nothing outlives the scope of the visit.
import {
  computed,
  inject,
  onScopeDispose,
  provide,
  readonly,
  ref,
  shallowReadonly,
  watch,
  type InjectionKey,
} from "vue";
import { createApi } from "../api/client.ts";
import type { Call, CallParticipant } from "../call/call.ts";
import { isAllowed } from "./devices/device-permissions.ts";
import { deriveSecret } from "./own-secret.ts";
import { preloadSignalling, type Joined } from "./entrance/join-room.ts";
import { forgetEntered, rememberEntered, type EnteredRoom } from "./entrance/entered-room.ts";
import type { DeadEndReason } from "./meeting-phase.ts";
import { keepLastCall } from "./last-call.ts";
import { useCall } from "./useCall.ts";
import { useDeadMicrophone } from "./devices/useDeadMicrophone.ts";
import { readHostKey } from "./entrance/host-key.ts";
import { adoptSeat, forgetSeat, rememberSeat } from "./entrance/left-seat.ts";
import { useEntrance } from "./entrance/useEntrance.ts";
import { useFeatures } from "./useFeatures.ts";
import { useHost } from "./useHost.ts";
import { useIdentity } from "./entrance/useIdentity.ts";
import { whenToAsk } from "./entrance/when-to-ask.ts";
import { useLobbyRest } from "./entrance/useLobbyRest.ts";
import { useLocalMedia } from "./useLocalMedia.ts";
import { usePopups } from "../popups/usePopups.ts";
import { takeMoveCode, type RoomLink } from "../navigation/useScreen.ts";
import { toProblem } from "../popups/problem.ts";
import { clockNow } from "../platform/page-time.ts";
import { useRemembering } from "./useRemembering.ts";
import { readMovedUser } from "./moving/moved-user.ts";
import { useMove } from "./moving/useMove.ts";
import { renewRelays } from "./renew-relays.ts";
import { useScreenShare } from "./useScreenShare.ts";
import { useSeated } from "./useSeated.ts";
import { useWaitingRoom } from "./useWaitingRoom.ts";
import { useSeatGuard } from "./entrance/useSeatGuard.ts";
import { createVisitState } from "./visit-state.ts";

export { cutName } from "@meetogram/contract";
export type { Features, FileChannel, Knock } from "../call/call.ts";
export type { CallParticipant, DeadEndReason };

export interface Visit {
  readonly link: RoomLink;
  /** Just created by this page. */
  readonly isNew: boolean;
  /** Ends the seat that another tab of this person holds. */
  readonly takeOver: boolean;
}

export type Meeting = ReturnType<typeof createMeeting>;
/** Tests provide people who are nowhere. Everything else uses `provideMeeting`. */
export const meetingKey: InjectionKey<Meeting> = Symbol("meeting");

function createMeeting({ link, isNew, takeOver }: Visit) {
  const { uuid } = link;
  /** The server has asked this device for work. */
  const isProving = ref(false);
  const api = createApi({ handleProving: (is) => (isProving.value = is) });
  const identity = useIdentity();
  const localMedia = useLocalMedia();
  const { closePopups, showPopup } = usePopups();
  const scope = new AbortController();
  const { signal } = scope;

  const state = createVisitState(uuid, isNew);
  /** The own participantID. Empty without a seat. */
  const selfID = ref("");
  const { remembered, phase, inside, isEntering, isReturning, password, passwordProblem } = state;
  const constraints = computed(() => ({
    audio: localMedia.state.value.audio.isOn,
    video: localMedia.state.value.video.isOn,
    screen: false,
  }));

  const {
    call,
    participants,
    screen,
    safetyCode,
    isSignallingLost,
    isSeatLost,
    askForSeat,
    attach,
    attachmentSignal,
    detach,
    leave,
    sendName,
    setRecording,
  } = useCall({
    signal,
    constraints,
    name: identity.name,
    handleParticipants(others) {
      // Who is held back meets nobody, and keeps the server's count.
      if (waitingRoom.admission.value === "admitted") inside.value = others.length;
    },
    handleSuspicion: (suspicion, participantID) => seated.handleSuspicion(suspicion, participantID),
    handleEnded: end,
  });

  const isMicrophoneDead = useDeadMicrophone(participants, localMedia.audioTrack);

  const guard = useSeatGuard<EnteredRoom>(uuid, {
    async handleLetGo() {
      const handover = phase.value.name === "call" ? enteredRoom() : null;
      end("moved");
      await leave();
      return handover;
    },
  });

  const readProof = async () => ({
    userID: readMovedUser(uuid) ?? (await identity.fetchUserID(api, signal)),
    session: identity.readSession(),
  });
  const { attachRoom, ...host } = useHost({ api, uuid, signal, readProof, call });
  const { attachSeats, ...seated } = useSeated({ participants, isHost: host.isHost, signal });
  const { attachWaitingRoom, ...waitingRoom } = useWaitingRoom({ api, uuid, signal, readProof, handleAdmission });
  const { attachRemembering, forgetEnded } = useRemembering({ link, isHost: host.isHost, signal });
  const screenShare = useScreenShare(call, screen);
  const move = useMove({ api, link, name: identity.name, readProof, enteredRoom, signal });
  const moveCode = takeMoveCode();
  let isTakingOver = takeOver;
  const features = useFeatures(call);
  useLobbyRest(call);
  const entrance = useEntrance({
    link,
    takesOver: () => isTakingOver,
    api,
    state,
    constraints,
    name: identity.name,
    media: localMedia.media,
    signal,
    readProof,
    handleJoined,
    detach,
    end,
  });

  function enteredRoom(): EnteredRoom {
    const { audio, video } = localMedia.state.value;
    const { signingKey, compared } = state;
    return {
      audio: audio.isWanted,
      video: video.isWanted,
      password: password.value,
      signingKey: signingKey.value,
      compared: compared.value,
      enteredAtMs: state.enteredAtMs.value,
    };
  }

  /** Ends the visit: devices are switched off, nothing stays in flight, and a page says why. */
  function end(reason: DeadEndReason): void {
    if (phase.value.name === "ended") return;
    if (phase.value.name === "call" && call.value !== null) keepCall(call.value);
    phase.value = { name: "ended", reason };
    forgetEnded(reason);
    close();
  }

  function keepCall(ended: Call): void {
    const enteredAtMs = state.enteredAtMs.value ?? clockNow();
    keepLastCall({
      uuid,
      summary: ended.summary(),
      tookMs: clockNow() - enteredAtMs,
      wasHost: host.isHost.value,
      password: password.value,
    });
  }

  function close(): void {
    if (signal.aborted) return;
    forgetEntered(uuid);
    forgetSeat(uuid);
    closePopups();
    scope.abort();
    localMedia.media.close();
  }

  /** The room has been made here, or has been entered. */
  function isExpected(): boolean {
    return isNew || takeOver || remembered !== null || readHostKey(uuid) !== undefined;
  }

  /** Undefined: at once. */
  function mayRequest(): Promise<void> | undefined {
    const { permissions, wantedAtFirst } = localMedia;
    const kinds = (["audio", "video"] as const).filter((kind) => wantedAtFirst[kind]);
    if (isAllowed(kinds)) return undefined;
    const answered = new Promise<void>((resolve) => watch(state.isAnswered, () => resolve(), { once: true }));
    return whenToAsk(
      kinds.map((kind) => permissions[kind]),
      answered,
    );
  }

  async function start(): Promise<void> {
    void localMedia.media.open(remembered ?? localMedia.wantedAtFirst, isExpected() ? undefined : mayRequest());
    preloadSignalling();
    // The seat needs it, and it depends on nothing. Its use reports a failure.
    if (moveCode === null) readProof().catch(() => undefined);
    if (takeOver) {
      await takeSeatOver();
    } else {
      const claim = await guard.claim();
      if (claim === "refused") {
        identity.renewSession();
        return end("already-connected");
      }
      if (claim === "held") adoptSeat(uuid);
    }
    if (moveCode === null || (await takeMove(moveCode))) await entrance.check();
  }

  /** The seat of another device of this person. False when there is no going on for now. */
  async function takeMove(code: string): Promise<boolean> {
    try {
      const entered = await move.take(code);
      if (entered === null) return (end("move-used"), false);
      isTakingOver = true;
      await goOn(entered);
      return !signal.aborted;
    } catch (error) {
      if (signal.aborted) return false;
      phase.value = { name: "lobby", step: "failed" };
      showPopup(toProblem(error, "connect-failed"), () => void retryMove(code));
      return false;
    }
  }

  async function retryMove(code: string): Promise<void> {
    closePopups();
    phase.value = { name: "lobby", step: "checking" };
    if (await takeMove(code)) await entrance.check();
  }

  /**
   * If the previous tab was in the call, this tab enters the call without stopping in the lobby.
   */
  async function takeSeatOver(): Promise<void> {
    const handover = await guard.takeOver();
    if (signal.aborted || handover === null) return;
    await goOn(handover);
  }

  async function goOn(handover: EnteredRoom): Promise<void> {
    password.value = handover.password;
    state.signingKey.value = handover.signingKey;
    state.compared.value = handover.compared;
    state.enteredAtMs.value = handover.enteredAtMs;
    isEntering.value = isReturning.value = true;
    await Promise.all([localMedia.media.setAudio(handover.audio), localMedia.media.setVideo(handover.video)]);
  }

  function handleJoined({ call: joined, seat, signalling }: Joined): void {
    if (signal.aborted) return void joined.leave().catch(() => undefined);
    attach(joined);
    selfID.value = signalling.self.participantID;
    attachRoom(signalling);
    attachSeats(signalling);
    attachRemembering(seat, signalling);
    attachWaitingRoom(joined, signalling, attachmentSignal());
    renewRelays({
      iceServers: seat.iceServers as RTCIceServer[],
      fetchServers: async () => (await api.iceServers({ uuid, ...(await readProof()) })).iceServers as RTCIceServer[],
      handleServers: (iceServers) => joined.setIceServers(iceServers),
      signal: attachmentSignal(),
    });
    rememberSeat(uuid, identity.readSession());
    phase.value = { name: "lobby", step: "ready" };
    if (isEntering.value) enterOrKnock(joined);
  }

  /** The waiting room may hold this person back, even after the press on Connect. */
  function handleAdmission(): void {
    if (call.value === null) return;
    if (phase.value.name === "call" && call.value.admission === "waiting") {
      phase.value = { name: "lobby", step: "ready" };
      isEntering.value = true;
    }
    if (isEntering.value) enterOrKnock(call.value);
  }

  function enterOrKnock(joined: Call): void {
    if (joined.admission === "admitted") return enterNow(joined);
    // Before it is known, nobody is asked.
    if (joined.admission === "unknown") return;
    isReturning.value = false;
    joined.knock(true);
  }

  /** Nothing is awaited between the press and this. */
  function enterNow(joined: Call): void {
    joined.enter();
    phase.value = { name: "call" };
    state.enteredAtMs.value ??= clockNow();
    isEntering.value = isReturning.value = false;
    rememberEntered(uuid, enteredRoom());
  }

  watch(localMedia.state, () => {
    if (phase.value.name === "call") rememberEntered(uuid, enteredRoom());
    // In the call the person decides: others are listening.
    else for (const kind of ["audio", "video"] as const) void localMedia.returnOnce(kind);
  });

  onScopeDispose(close);
  void start();

  return {
    link,
    localMedia,
    /** A guess. */
    isMicrophoneDead,
    participants,
    isSignallingLost,
    features,
    isSeatLost,
    askForSeat,
    host,
    waitingRoom,
    seated,
    screen,
    screenShare,
    /** Tells everybody that this page records. Null: it does not. */
    setRecording,
    isAddressHidden: entrance.isAddressHidden,
    safetyCode,
    /** The person has compared the code with everybody. */
    confirmSafetyCode(): void {
      call.value?.confirmSafetyCode();
      state.compared.value = call.value?.compared ?? [];
      rememberEntered(uuid, enteredRoom());
    },
    /** The same for every page of this visit, and known to nobody else. */
    deriveSecret: (purpose: string) => deriveSecret(purpose, state.signingKey.value),
    phase: shallowReadonly(phase),
    room: shallowReadonly(state.room),
    /** A host has to let this person in; before it has a seat, as far as is known. */
    mustAsk: computed(() =>
      call.value === null
        ? state.room.value?.hasWaitingRoom === true && readHostKey(uuid) === undefined
        : waitingRoom.admission.value !== "admitted",
    ),
    inside: readonly(inside),
    isProving: readonly(isProving),
    isEntering: readonly(isEntering),
    isReturning: readonly(isReturning),
    /** In ms since 1970, by `clockNow`. Null before entering. */
    enteredAtMs: readonly(state.enteredAtMs),
    mustAskPassword: readonly(state.mustAskPassword),
    passwordProblem: readonly(passwordProblem),
    name: readonly(identity.name),
    selfID: readonly(selfID),

    /**
     * Handles a press on Connect: enters immediately if everything is ready, otherwise as soon as
     * it is.
     */
    enter(): void {
      if (phase.value.name !== "lobby") return;
      const { step } = phase.value;
      if (step === "password") {
        passwordProblem.value ??= "missing";
        return;
      }
      isEntering.value = true;
      if (call.value !== null) enterOrKnock(call.value);
      else if (step === "failed") void entrance.retry();
    },

    /** No longer asks to be let in. */
    cancelKnock(): void {
      isEntering.value = false;
      call.value?.knock(false);
    },

    submitPassword: entrance.submitPassword,
    setAddressHidden: entrance.setAddressHidden,
    setShownHeight: (participantID: string, heightPx: number | null) =>
      call.value?.setShownHeight(participantID, heightPx),
    /** Lets another device go on with this seat. Rejects with an ApiError. */
    offerMove: move.offer,
    /** When the room closes if nobody is inside from now on. Rejects with an ApiError. */
    fetchExpiry: async (): Promise<Date> => new Date((await api.room({ uuid }, { signal })).expiresAt),
    /** The call as text for a bug report, without names and addresses. */
    summary: () => call.value?.summary() ?? "",

    rename(name: string): void {
      identity.name.value = name;
      sendName();
    },

    leave(): void {
      end("left");
      void leave();
    },
  };
}

/** For the view of a visit. The visit starts and ends with that view. */
export function provideMeeting(visit: Visit): Meeting {
  const meeting = createMeeting(visit);
  provide(meetingKey, meeting);
  return meeting;
}

/** For the components inside that view. */
export function useMeeting(): Meeting {
  const meeting = inject(meetingKey);
  if (meeting === undefined) throw new Error("No meeting here");
  return meeting;
}
