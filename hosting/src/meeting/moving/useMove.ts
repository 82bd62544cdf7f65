// Goes on with another device. This one leaves with the server, sealed, what makes the other one
// the same participant: the user, the host's key, the password, the signing key, and what is on.
import type { Ref } from "vue";
import type { Api } from "../../api/client.ts";
import { formatMoveLink } from "../../navigation/move-code.ts";
import type { RoomLink } from "../../navigation/useScreen.ts";
import { isApiFailure } from "../../popups/problem.ts";
import { parseEntered, type EnteredRoom } from "../entrance/entered-room.ts";
import { readHostKey, writeHostKey } from "../entrance/host-key.ts";
import { writeMovedUser } from "./moved-user.ts";
import { createMoveCode, deriveMove, openMove, sealMove } from "./sealed-move.ts";

export interface MoveOffer {
  readonly link: string;
  readonly expiresAt: Date;
}

interface MoveScope {
  readonly api: Pick<Api, "offerMove" | "takeMove">;
  readonly link: RoomLink;
  readonly name: Ref<string>;
  readonly readProof: () => Promise<{ userID: string; session: string }>;
  readonly enteredRoom: () => EnteredRoom;
  readonly signal: AbortSignal;
}

const asText = (value: unknown) => (typeof value === "string" ? value : undefined);

export function useMove({ api, link, name, readProof, enteredRoom, signal }: MoveScope) {
  const { uuid } = link;

  return {
    /** An earlier offer ends. Rejects with an ApiError. */
    async offer(): Promise<MoveOffer> {
      const code = createMoveCode();
      const [proof, { ticket, key }] = await Promise.all([readProof(), deriveMove(uuid, code)]);
      const content = {
        userID: proof.userID,
        hostKey: readHostKey(uuid),
        name: name.value,
        entered: JSON.stringify(enteredRoom()),
      };
      const sealed = await sealMove(key, JSON.stringify(content));
      const { expiresAt } = await api.offerMove({ uuid, ...proof, ticket, sealed }, { signal });
      return { link: formatMoveLink(link, code, window.location.origin), expiresAt: new Date(expiresAt) };
    },

    /**
     * Makes this tab the participant of the other device. Null when the code was used, or is too
     * old. Rejects with an ApiError.
     */
    async take(code: string): Promise<EnteredRoom | null> {
      const { ticket, key } = await deriveMove(uuid, code);
      let sealed: string;
      try {
        ({ sealed } = await api.takeMove({ uuid, ticket }, { signal }));
      } catch (error) {
        if (isApiFailure(error) && error.code === "participant-not-found") return null;
        throw error;
      }
      const content = JSON.parse(await openMove(key, sealed)) as Record<string, unknown>;
      const [userID, hostKey, given] = [content["userID"], content["hostKey"], content["name"]].map(asText);
      const entered = parseEntered(asText(content["entered"]) ?? "");
      if (userID === undefined || entered === null) return null;
      writeMovedUser(uuid, userID);
      if (hostKey !== undefined) writeHostKey(uuid, hostKey);
      if (given !== undefined) name.value = given;
      return entered;
    },
  };
}
