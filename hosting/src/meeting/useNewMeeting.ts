// Handles the press on Start: the server creates a room, this page a key that the server never
// sees, and the address changes without a reload.
import { readonly, ref } from "vue";
import { isSupportedBrowser } from "../browser/browser-support.ts";
import { toProblem } from "../popups/problem.ts";
import { usePopups } from "../popups/usePopups.ts";
import { useScreen } from "../navigation/useScreen.ts";

function loadApi() {
  return import("../api/client.ts");
}

/** What the creator may choose. What is left out is as the server has it. */
export interface RoomChoices {
  /** As typed. The server gets a value derived from it. */
  readonly password?: string;
  readonly capacity?: number;
  readonly hasWaitingRoom?: true;
}

/** `loadRoomScreen` comes from the application: a meeting knows no screen. */
export function useNewMeeting(loadRoomScreen: () => Promise<unknown>) {
  const isCreating = ref(false);
  /** The server has asked this device for work. */
  const isProving = ref(false);
  const { openRoom, showUnsupported } = useScreen();
  const { showPopup, closePopups } = usePopups();

  async function createMeeting(choices: RoomChoices = {}): Promise<void> {
    if (isCreating.value) return;
    // A room that its creator cannot enter would have no host.
    if (!isSupportedBrowser()) return showUnsupported();
    isCreating.value = true;
    closePopups();
    try {
      const [{ createApi }, { createRoomKey }, { proveLink }, { keepOwnRoom }] = await Promise.all([
        loadApi(),
        import("../call/sealing/room-link.ts"),
        import("../call/sealing/link-proof.ts"),
        import("./entrance/own-room.ts"),
        loadRoomScreen(),
      ]);
      const key = createRoomKey();
      const api = createApi({ handleProving: (is) => (isProving.value = is) });
      const { password, ...others } = choices;
      const room = await api.create({ ...others, ...(await proveLink(key, password)) });
      keepOwnRoom(room, password);
      openRoom({ uuid: room.uuid, key }, { isNew: true });
    } catch (error) {
      showPopup(toProblem(error, "load-failed"), () => void createMeeting(choices));
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
