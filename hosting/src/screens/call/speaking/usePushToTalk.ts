// The microphone is on while Space is held, for somebody whose microphone is off. What has the
// focus keeps its own Space: a field, a button.
import { onScopeDispose } from "vue";
import { useWindowListener } from "../../../browser/useWindowListener.ts";
import { isUsed } from "../../../meeting/useLocalMedia.ts";
import { useMeeting } from "../../../meeting/useMeeting.ts";

const usesSpace =
  "a, button, input, select, textarea, summary, dialog, [contenteditable], [role=button], [role=slider], [role=tab]";

export function usePushToTalk(): void {
  const { localMedia } = useMeeting();
  let isHeld = false;

  function release(): void {
    if (!isHeld) return;
    isHeld = false;
    void localMedia.media.setAudio(false);
  }

  useWindowListener("keydown", (event) => {
    if (event.code !== "Space" || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.target instanceof Element && event.target.closest(usesSpace) !== null) return;
    // It would scroll.
    event.preventDefault();
    if (event.repeat || isHeld || isUsed(localMedia.state.value.audio)) return;
    isHeld = true;
    void localMedia.media.setAudio(true);
  });
  useWindowListener("keyup", ({ code }) => code === "Space" && release());
  // The key may be let go in another window.
  useWindowListener("blur", release);
  onScopeDispose(release);
}
