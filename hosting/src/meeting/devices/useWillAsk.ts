// What the browser is going to ask the person for, so that the page can say why before it does.
import { computed, reactive, watch, type Ref } from "vue";
import type { LocalMediaState, MediaKindState } from "../../media/local-media.ts";
import { learnPermission } from "./device-permissions.ts";

const kinds = ["audio", "video"] as const;

/** Neither open nor refused, and not yet late: the notices then say what the person can do. */
function isPending({ isWanted, isOn, isMuted, problem, delay }: MediaKindState): boolean {
  return isWanted && !isOn && !isMuted && problem === null && delay === null;
}

export function useWillAsk(state: Readonly<Ref<LocalMediaState>>) {
  const permissions = { audio: learnPermission("audio"), video: learnPermission("video") };
  const isPrompt = reactive({ audio: false, video: false });
  for (const kind of kinds) {
    void permissions[kind].then((permission) => (isPrompt[kind] = permission === "prompt"));
  }
  watch(state, (changed) => {
    for (const kind of kinds) if (changed[kind].isOn) isPrompt[kind] = false;
  });

  return {
    /** As they were when the page was opened. */
    permissions,
    /** Null: for nothing, or not as far as the browser tells. */
    willAsk: computed(() => {
      const [audio, video] = kinds.map((kind) => isPrompt[kind] && isPending(state.value[kind]));
      if (audio && video) return "both";
      return video ? "camera" : audio ? "microphone" : null;
    }),
  };
}
