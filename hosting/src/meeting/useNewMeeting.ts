// Handles the press on Start: the server creates a room, this page a key that the server never
// sees, and the address changes without a reload.
import { readonly, ref } from "vue";
import { toProblem } from "../popups/problem.ts";
import { writeHostKey } from "./entrance/host-key.ts";
import { usePopups } from "../popups/usePopups.ts";
import { useScreen } from "../navigation/useScreen.ts";

function loadApi() {
  return import("../api/client.ts");
}

/** `loadRoomScreen` comes from the application: a meeting knows no screen. */
export function useNewMeeting(loadRoomScreen: () => Promise<unknown>) {
  const isCreating = ref(false);
  /** The server has asked this device for work. */
  const isProving = ref(false);
  const { openNewRoom } = useScreen();
  const { showPopup, closePopups } = usePopups();

  async function createMeeting(): Promise<void> {
    if (isCreating.value) return;
    isCreating.value = true;
    closePopups();
    try {
      const [{ createApi }, { createRoomKey }, { proveLink }] = await Promise.all([
        loadApi(),
        import("../call/sealing/room-link.ts"),
        import("../call/sealing/link-proof.ts"),
        loadRoomScreen(),
      ]);
      const key = createRoomKey();
      const room = await createApi({ handleProving: (is) => (isProving.value = is) }).create(await proveLink(key));
      writeHostKey(room.uuid, room.hostKey);
      openNewRoom({ uuid: room.uuid, key });
    } catch (error) {
      showPopup(toProblem(error, "load-failed"), () => void createMeeting());
    } finally {
      isCreating.value = false;
    }
  }

  /** Call it when the start screen has painted: a press then finds everything in the cache. */
  function preloadMeeting(): void {
    const start = () => {
      // A failure is reported later, when the part is needed.
      Promise.all([loadApi(), loadRoomScreen()]).catch(() => undefined);
    };
    if ("requestIdleCallback" in window) requestIdleCallback(start, { timeout: 2_000 });
    else setTimeout(start, 200);
  }

  return { isCreating: readonly(isCreating), isProving: readonly(isProving), createMeeting, preloadMeeting };
}
