// A room after the visit: what is still stored of it, and its erasure by a host. The visit's seat
// is gone, so the host's key proves the right. A host without the key takes a seat first.
import { onScopeDispose } from "vue";
import { createApi } from "../api/client.ts";
import { proveLink } from "../call/sealing/link-proof.ts";
import type { RoomLink } from "../navigation/useScreen.ts";
import { isApiFailure } from "../popups/problem.ts";
import { readHostKey } from "./entrance/host-key.ts";
import { useIdentity } from "./entrance/useIdentity.ts";
import { readMovedUser } from "./moving/moved-user.ts";
import type { StoredRoom } from "./useHost.ts";

const nobody = { audio: false, video: false };

export function useAftermath({ uuid, key }: RoomLink, password: string | null) {
  const api = createApi();
  const { fetchUserID, readSession } = useIdentity();
  const scope = new AbortController();
  const { signal } = scope;
  onScopeDispose(() => scope.abort());

  async function burn(): Promise<void> {
    const hostKey = readHostKey(uuid);
    const proof = { userID: readMovedUser(uuid) ?? (await fetchUserID(api, signal)), session: readSession() };
    const burnNow = () => api.burn({ uuid, ...proof, ...(hostKey !== undefined && { hostKey }) }, { signal });
    try {
      await burnNow();
    } catch (error) {
      if (!isApiFailure(error) || error.code !== "host-only") throw error;
      const given = password ?? undefined;
      const asked = key === null ? given !== undefined && { password: given } : await proveLink(key, given);
      await api.connect({ uuid, ...proof, constraints: nobody, ...asked }, { signal });
      await burnNow();
    }
  }

  return {
    /** Null when nothing is stored any more. Rejects with an ApiError, as does the next one. */
    fetchStored: async (): Promise<StoredRoom | null> =>
      api.stored({ uuid }, { signal }).catch((error: unknown) => {
        if (isApiFailure(error) && error.code === "room-not-found") return null;
        throw error;
      }),
    async erase(): Promise<void> {
      await burn().catch((error: unknown) => {
        // Another host was faster, or an earlier request has arrived after all.
        if (!isApiFailure(error) || error.code !== "room-not-found") throw error;
      });
    },
  };
}
