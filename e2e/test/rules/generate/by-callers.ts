// Each act tried by each kind of caller. In the open room everybody tries every act. In other
// scenes, and with modified tokens, they try the acts that somebody may do.
import type { Attack } from "../attack.ts";
import { everybody, identities, seated, type Caller, type Identity } from "../callers.ts";
import { modifiedTokens, tokensWithModifiedRole } from "../modified-tokens.ts";
import type { Scene } from "../scenes.ts";
import { allowedIn, isEverAllowed } from "../table/self.ts";
import { documentActs, queryActs, writeActs, type Act } from "./acts.ts";

const openRoom: Scene = "an open room";
const lists = queryActs.filter(({ does }) => does.endsWith("(all)"));
/** What a scene could change. A read in a transaction has the same rules as a read. */
const permittedActs = [...documentActs.filter(({ does }) => !does.includes("in a transaction")), ...lists].filter(
  ({ may, isVariant }) => isEverAllowed(may) && !isVariant,
);
const inScenes: readonly Caller[] = [...seated, "a removed guest", "the host of another room"];

function by(callers: readonly Caller[], kind: string, acts: readonly Act[], scene: Scene): Attack[] {
  return acts.flatMap(({ does, may, because, request }) =>
    callers.map((caller): Attack => {
      const attack = { kind, scene, caller, identity: identities[caller], does, request };
      const isAllowed = allowedIn(may, scene).includes(caller);
      return isAllowed ? attack : { ...attack, because: identities[caller].lacks ?? because };
    }),
  );
}

export function onDocuments(): Attack[] {
  return by(everybody, "documents by callers", documentActs, openRoom);
}

export function byQueries(): Attack[] {
  return by(everybody, "queries by callers", queryActs, openRoom);
}

export function byWrites(): Attack[] {
  return by(everybody, "writes by callers", writeActs, openRoom);
}

export function inScene(scene: Scene): Attack[] {
  return by(inScenes, "rights in other scenes", [...permittedActs, ...writeActs], scene);
}

/** For scenes that change what a write may hold: only the writes that depend on them. */
export function inSpecialScene(scene: Scene): Attack[] {
  const acts = writeActs.filter(({ may }) => scene in may);
  return by(inScenes, "rights in other scenes", acts, scene);
}

/** What a host may do, tried with tokens that no server issues. */
export function byModifiedTokens(): Attack[] {
  const acts = [...permittedActs, ...writeActs].filter(({ may }) => allowedIn(may, openRoom).includes("a host"));
  const tries = (holders: Readonly<Record<string, Identity>>): Attack[] =>
    Object.entries(holders).flatMap(([caller, identity]) =>
      acts.map(({ does, request }): Attack => {
        const attack = { kind: "modified tokens", scene: openRoom, caller, identity, does, request };
        return identity.lacks === undefined ? attack : { ...attack, because: identity.lacks };
      }),
    );
  return [...tries(tokensWithModifiedRole), ...tries(modifiedTokens)];
}
