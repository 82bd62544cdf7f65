// When the room closes if nobody is inside, by the server. Null while that is not known.
import { onMounted, readonly, shallowRef } from "vue";
import { useMeeting } from "../meeting/useMeeting.ts";

export function useExpiry() {
  const { fetchExpiry } = useMeeting();
  const expiresAt = shallowRef<Date | null>(null);
  onMounted(async () => {
    // Without an answer the dialog says it without a time.
    expiresAt.value = await fetchExpiry().catch(() => null);
  });
  return readonly(expiresAt);
}
