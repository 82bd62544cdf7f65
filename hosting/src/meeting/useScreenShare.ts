// Shares the local screen. It starts by a press and ends by another one, by the browser's own
// button, or with the call.
import { computed, ref, type Ref } from "vue";
import type { Call } from "../call/call.ts";
import { canCaptureScreen, captureScreen, nameScreenProblem } from "../media/screen-capture.ts";
import { usePopups } from "../popups/usePopups.ts";

export function useScreenShare(call: Readonly<Ref<Call | null>>, screen: Readonly<Ref<MediaStream | null>>) {
  const { showPopup } = usePopups();
  const isAsking = ref(false);

  async function toggleScreen(): Promise<void> {
    if (screen.value !== null) return call.value?.setScreen(null);
    if (isAsking.value) return;
    isAsking.value = true;
    try {
      const captured = await captureScreen();
      if (captured === null) return;
      if (call.value === null) captured.getTracks().forEach((track) => track.stop());
      else call.value.setScreen(captured);
    } catch (error) {
      showPopup({ code: `screen-${nameScreenProblem(error)}` }, () => void toggleScreen());
    } finally {
      isAsking.value = false;
    }
  }

  return { canShareScreen: canCaptureScreen(), isSharing: computed(() => screen.value !== null), toggleScreen };
}
