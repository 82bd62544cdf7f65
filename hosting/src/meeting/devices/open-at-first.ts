// Opens camera and microphone when a visit begins: at once for whoever is expected, and where the
// browser asks nobody. For others it waits until the room has answered.
import { watch } from "vue";
import { whenToAsk } from "../entrance/when-to-ask.ts";
import type { useLocalMedia } from "../useLocalMedia.ts";
import type { VisitState } from "../visit-state.ts";
import { isAllowed } from "./device-permissions.ts";

interface FirstOpening {
  readonly localMedia: Pick<ReturnType<typeof useLocalMedia>, "media" | "permissions" | "wantedAtFirst">;
  readonly state: Pick<VisitState, "remembered" | "isAnswered">;
  /** The room has been made here, or has been entered. */
  readonly isExpected: boolean;
}

export function openAtFirst({ localMedia, state, isExpected }: FirstOpening): void {
  const { media, permissions, wantedAtFirst } = localMedia;

  /** Undefined: at once. */
  function mayRequest(): Promise<void> | undefined {
    const kinds = (["audio", "video"] as const).filter((kind) => wantedAtFirst[kind]);
    if (isAllowed(kinds)) return undefined;
    const answered = new Promise<void>((resolve) => watch(state.isAnswered, () => resolve(), { once: true }));
    return whenToAsk(
      kinds.map((kind) => permissions[kind]),
      answered,
    );
  }

  void media.open(state.remembered ?? wantedAtFirst, isExpected ? undefined : mayRequest());
}
