// What another page of the same person needs to go on with this call: after a reload, in another
// tab, or on another device. It is read from the visit here, and put into one.
import type { useLocalMedia } from "../useLocalMedia.ts";
import type { VisitState } from "../visit-state.ts";
import { rememberEntered, type EnteredRoom } from "./entered-room.ts";

interface EnteredScope {
  readonly uuid: string;
  readonly state: VisitState;
  readonly localMedia: Pick<ReturnType<typeof useLocalMedia>, "media" | "state">;
}

export function useEnteredRoom({ uuid, state, localMedia }: EnteredScope) {
  const { signingKey, compared, password, enteredAtMs, isEntering, isReturning } = state;

  function enteredRoom(): EnteredRoom {
    const { audio, video } = localMedia.state.value;
    return {
      audio: audio.isWanted,
      video: video.isWanted,
      password: password.value,
      signingKey: signingKey.value,
      compared: compared.value,
      enteredAtMs: enteredAtMs.value,
    };
  }

  return {
    enteredRoom,
    /** For a reload of this tab. */
    keepEntered: () => rememberEntered(uuid, enteredRoom()),
    /** Enters the call that another tab or device was in, without stopping in the lobby. */
    async goOn(handover: EnteredRoom): Promise<void> {
      password.value = handover.password;
      signingKey.value = handover.signingKey;
      compared.value = handover.compared;
      enteredAtMs.value = handover.enteredAtMs;
      isEntering.value = isReturning.value = true;
      const { media } = localMedia;
      await Promise.all([media.setAudio(handover.audio), media.setVideo(handover.video)]);
    },
  };
}
