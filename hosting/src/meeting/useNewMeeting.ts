// The press on Go: a room from the server, a key that the server never sees, and the address bar changes without a reload.
import { readonly, ref } from "vue";
import { toProblem } from "../popups/problem.ts";
import { session } from "../browser/storage.ts";
import { usePopups } from "../popups/usePopups.ts";
import { useScreen } from "../navigation/useScreen.ts";

/** Fetched once the start screen has painted, so that the press finds them in the cache. */
export function loadRoomScreen() {
  return import("../app/RoomView.vue");
}

function loadApi() {
  return import("../api/client.ts");
}

export function preloadMeeting(): void {
  const start = () => {
    // A failure here is met again, and told, when the part is needed.
    Promise.all([loadApi(), loadRoomScreen()]).catch(() => undefined);
  };
  if ("requestIdleCallback" in window) requestIdleCallback(start, { timeout: 2_000 });
  else setTimeout(start, 200);
}

export function hostKeyOf(uuid: string): string | undefined {
  return session.read(`hostKey:${uuid}`) ?? undefined;
}

export function useNewMeeting() {
  const isCreating = ref(false);
  const { openNewRoom } = useScreen();
  const { showPopup, closePopups } = usePopups();

  async function createMeeting(): Promise<void> {
    if (isCreating.value) return;
    isCreating.value = true;
    closePopups();
    try {
      const [{ createApi }, { createRoomKey }] = await Promise.all([
        loadApi(),
        import("../call/sealing/room-link.ts"),
        loadRoomScreen(),
      ]);
      const room = await createApi().create({});
      session.write(`hostKey:${room.uuid}`, room.hostKey);
      openNewRoom({ uuid: room.uuid, key: createRoomKey() });
    } catch (error) {
      showPopup(toProblem(error, "load-failed"), () => void createMeeting());
    } finally {
      isCreating.value = false;
    }
  }

  return { isCreating: readonly(isCreating), createMeeting };
}
