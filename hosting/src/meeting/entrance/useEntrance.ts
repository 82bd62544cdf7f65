// From a link to a seat: looks up the room, asks for a password if there is one, takes the seat. A
// step that fails says so and can be retried.
import { readonly, ref, type Ref } from "vue";
import type { Api } from "../../api/client.ts";
import type { LocalMedia } from "../../media/local-media.ts";
import { joinRoom, type Joined } from "./join-room.ts";
import { failureOf, type DeadEndReason } from "../meeting-phase.ts";
import { local } from "../../browser/storage.ts";
import { readHostKey } from "./host-key.ts";
import { usePopups } from "../../popups/usePopups.ts";
import type { RoomLink } from "../../navigation/useScreen.ts";
import type { VisitState } from "../visit-state.ts";

interface EntranceOptions {
  readonly link: RoomLink;
  /** Whether to end the seat that this person holds elsewhere. */
  readonly takesOver: () => boolean;
  readonly api: Api;
  readonly state: VisitState;
  readonly constraints: Readonly<Ref<{ audio: boolean; video: boolean }>>;
  readonly name: Readonly<Ref<string>>;
  readonly media: LocalMedia;
  readonly signal: AbortSignal;
  readonly readProof: () => Promise<{ userID: string; session: string }>;
  readonly handleJoined: (joined: Joined) => void;
  /** Gives up the seat in order to take a new one. */
  readonly detach: () => Promise<void>;
  readonly end: (reason: DeadEndReason) => void;
}

export function useEntrance(options: EntranceOptions) {
  const { link, api, state, constraints, signal } = options;
  const { phase, room, inside, isAnswered, isEntering, isReturning, password, passwordProblem } = state;
  const { showPopup, closePopups } = usePopups();
  /** Uses relays only. Stored, so that it holds from the first packet of the next visit. */
  const isAddressHidden = ref(local.read("isAddressHidden") === "true");

  /** `onRetry` is for a popup's button. */
  function fail(error: unknown, onRetry: () => void): void {
    if (signal.aborted) return;
    const failure = failureOf(error, password.value !== null);
    if (failure.kind === "dead-end") return options.end(failure.reason);
    isAnswered.value = true;
    isReturning.value = isEntering.value = false;
    if (failure.kind === "password") {
      passwordProblem.value = failure.problem;
      password.value = null;
      state.mustAskPassword.value = true;
      phase.value = { name: "lobby", step: "password" };
    } else {
      phase.value = { name: "lobby", step: "failed" };
      // A plain retry would fail again. Giving up the hidden address helps.
      const action = failure.problem.code === "no-relay" ? () => void setAddressHidden(false) : onRetry;
      showPopup(failure.problem, action);
    }
  }

  async function check(): Promise<void> {
    if (signal.aborted) return;
    closePopups();
    phase.value = { name: "lobby", step: "checking" };
    try {
      room.value ??= await api.room({ uuid: link.uuid }, { signal });
    } catch (error) {
      return fail(error, () => void check());
    }
    if (signal.aborted) return;
    // It would refuse the seat. The person is asked for nothing before they know.
    if (room.value.hasLinkProof && link.key === null) return options.end("incomplete-link");
    inside.value = room.value.participants;
    if (room.value.isProtected && password.value === null) {
      if (isEntering.value) passwordProblem.value = "missing";
      isReturning.value = isEntering.value = false;
      state.mustAskPassword.value = true;
      isAnswered.value = true;
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
        ...(await options.readProof()),
        constraints: { audio: constraints.value.audio, video: constraints.value.video },
        name: options.name.value.trim(),
        media: options.media,
        password: password.value ?? undefined,
        hasLinkProof: room.value?.hasLinkProof ?? false,
        hasWaitingRoom: room.value?.hasWaitingRoom ?? false,
        hostKey: readHostKey(link.uuid),
        takeOver: options.takesOver(),
        isAddressHidden: isHidden,
        signingKey: state.signingKey.value,
        compared: state.compared.value,
        handleSeat: () => (isAnswered.value = true),
        signal,
      });
      // The choice changed while the seat was being requested.
      if (isHidden !== isAddressHidden.value) {
        await joined.call.leave().catch(() => undefined);
        return await join();
      }
      state.signingKey.value = joined.signingKey;
      options.handleJoined(joined);
    } catch (error) {
      fail(error, () => void join());
    }
  }

  const retry = () => (room.value === null ? check() : join());

  /** In the lobby this takes a new seat, with new connections. */
  async function setAddressHidden(isHidden: boolean): Promise<void> {
    if (phase.value.name !== "lobby" || isHidden === isAddressHidden.value) return;
    isAddressHidden.value = isHidden;
    local.write("isAddressHidden", String(isHidden));
    const { step } = phase.value;
    if (step === "failed") return retry();
    if (step !== "ready") return;
    phase.value = { name: "lobby", step: "connecting" };
    await options.detach();
    if (!signal.aborted) await join();
  }

  return {
    check,
    retry,
    isAddressHidden: readonly(isAddressHidden),
    setAddressHidden,
    /** Connecting starts as soon as the password is given, before Connect is pressed. */
    submitPassword(given: string): void {
      if (phase.value.name !== "lobby" || phase.value.step !== "password" || given === "") return;
      password.value = given;
      passwordProblem.value = null;
      void join();
    },
  };
}
