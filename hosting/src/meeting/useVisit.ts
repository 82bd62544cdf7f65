// The parts of one visit to a room, and how they are connected. Everything possible is done before
// Connect is pressed.
import { computed, ref, watch } from "vue";
import { createApi } from "../api/client.ts";
import { takeMoveCode, type RoomLink } from "../navigation/useScreen.ts";
import { openAtFirst } from "./devices/open-at-first.ts";
import { useDeadMicrophone } from "./devices/useDeadMicrophone.ts";
import type { EnteredRoom } from "./entrance/entered-room.ts";
import { readHostKey } from "./entrance/host-key.ts";
import { preloadSignalling, type Joined } from "./entrance/join-room.ts";
import { rememberSeat } from "./entrance/left-seat.ts";
import { useArrival } from "./entrance/useArrival.ts";
import { useEnteredRoom } from "./entrance/useEnteredRoom.ts";
import { useEntering } from "./entrance/useEntering.ts";
import { useEntrance } from "./entrance/useEntrance.ts";
import { useIdentity } from "./entrance/useIdentity.ts";
import { useLobbyRest } from "./entrance/useLobbyRest.ts";
import { useSeatGuard } from "./entrance/useSeatGuard.ts";
import { readMovedUser } from "./moving/moved-user.ts";
import { useMove } from "./moving/useMove.ts";
import { renewRelays } from "./renew-relays.ts";
import { useCall } from "./useCall.ts";
import { useEnd } from "./useEnd.ts";
import { useFeatures } from "./useFeatures.ts";
import { useHost } from "./useHost.ts";
import { useLocalMedia } from "./useLocalMedia.ts";
import { useRemembering } from "./useRemembering.ts";
import { useScreenShare } from "./useScreenShare.ts";
import { useSeated } from "./useSeated.ts";
import { useWaitingRoom } from "./useWaitingRoom.ts";
import { createVisitState } from "./visit-state.ts";

export interface Visit {
  readonly link: RoomLink;
  /** Just created by this page. */
  readonly isNew: boolean;
  /** Ends the seat that another tab of this person holds. */
  readonly takeOver: boolean;
}

export function useVisit({ link, isNew, takeOver }: Visit) {
  const { uuid } = link;
  /** The server has asked this device for work. */
  const isProving = ref(false);
  const api = createApi({ handleProving: (is) => (isProving.value = is) });
  const identity = useIdentity();
  const localMedia = useLocalMedia();
  /** Nothing outlives it. */
  const scope = new AbortController();
  const { signal } = scope;

  const state = createVisitState(uuid, isNew);
  const { phase, inside } = state;
  const { enteredRoom, keepEntered, goOn } = useEnteredRoom({ uuid, state, localMedia });
  /** The own participantID. Empty without a seat. */
  const selfID = ref("");
  const constraints = computed(() => ({
    audio: localMedia.state.value.audio.isOn,
    video: localMedia.state.value.video.isOn,
    screen: false,
  }));

  const { call, participants, screen, attach, attachmentSignal, detach, leave, sendName, ...inCall } = useCall({
    signal,
    constraints,
    name: identity.name,
    handleParticipants(others) {
      // Who is held back meets nobody, and keeps the server's count.
      if (waitingRoom.admission.value === "admitted") inside.value = others.length;
    },
    handleSuspicion: (suspicion, participantID) => seated.handleSuspicion(suspicion, participantID),
    handleEnded: (reason) => end(reason),
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
  const { handleReady, handleAdmission, ...entering } = useEntering({
    state,
    call,
    keepEntered,
    retry: () => entrance.retry(),
  });
  const { attachRoom, ...host } = useHost({ api, uuid, signal, readProof, call });
  const { attachSeats, ...seated } = useSeated({ participants, isHost: host.isHost, signal });
  const { attachWaitingRoom, ...waitingRoom } = useWaitingRoom({ api, uuid, signal, readProof, handleAdmission });
  const { attachRemembering, forgetEnded } = useRemembering({ link, isHost: host.isHost, signal });
  const screenShare = useScreenShare(call, screen);
  const move = useMove({ api, link, name: identity.name, readProof, enteredRoom, signal });
  const moveCode = takeMoveCode();
  const features = useFeatures(call);
  useLobbyRest(call);
  const entrance = useEntrance({
    link,
    takesOver: () => isTakingOver(),
    api,
    state,
    constraints,
    name: identity.name,
    media: localMedia.media,
    signal,
    readProof,
    handleJoined,
    detach,
    end: (reason) => end(reason),
  });
  const { end } = useEnd({ uuid, state, call, isHost: host.isHost, media: localMedia.media, scope, forgetEnded });
  const { arrive, isTakingOver } = useArrival({
    uuid,
    takeOver,
    moveCode,
    guard,
    move,
    state,
    signal,
    renewSession: identity.renewSession,
    goOn,
    check: entrance.check,
    end,
  });

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
    handleReady(joined);
  }

  watch(localMedia.state, () => {
    if (phase.value.name === "call") keepEntered();
    // In the call the person decides: others are listening.
    else for (const kind of ["audio", "video"] as const) void localMedia.returnOnce(kind);
  });

  const isExpected = isNew || takeOver || state.remembered !== null || readHostKey(uuid) !== undefined;
  openAtFirst({ localMedia, state, isExpected });
  preloadSignalling();
  // The seat needs it, and it depends on nothing. Its use reports a failure.
  if (moveCode === null) readProof().catch(() => undefined);
  void arrive();

  return {
    localMedia,
    /** A guess. */
    isMicrophoneDead,
    participants,
    screen,
    screenShare,
    host,
    seated,
    waitingRoom,
    features,
    ...inCall,
    /** What components see in parts only. */
    inner: {
      api,
      signal,
      call,
      state,
      identity,
      selfID,
      isProving,
      entering,
      entrance,
      move,
      keepEntered,
      sendName,
      end,
      leave,
    },
  };
}
