// The caller and the scene: what a row of the table needs to name the caller's own seat and to sign
// signals.
import type { DocumentData, Firestore } from "firebase/firestore";
import { removed, type Caller, type Identity } from "../callers.ts";
import type { Scene } from "../scenes.ts";

export interface Self {
  /**
   * What the token names, valid or not. A removed participant where that cannot be part of a path.
   */
  readonly participant: string;
  readonly session: string;
  readonly uid: string;
  readonly scene: Scene;
  readonly firestore: Firestore;
  /** What a document holds before the attack. */
  readonly contentOf: (path: string) => DocumentData | undefined;
}

export function selfOf({ uid, claims }: Identity, where: Pick<Self, "scene" | "firestore" | "contentOf">): Self {
  const { participant, session } = claims ?? {};
  return {
    participant: isSegment(participant) ? participant : removed.participant,
    session: isSegment(session) ? session : removed.session,
    uid: uid ?? "nobody",
    ...where,
  };
}

function isSegment(claim: unknown): claim is string {
  return typeof claim === "string" && claim !== "" && !claim.includes("/");
}

/** Who may, in which scene. Everybody else is refused. */
export type Permission =
  | readonly Caller[]
  | ({ readonly otherwise: readonly Caller[] } & Readonly<Partial<Record<Scene, readonly Caller[]>>>);

export function allowedIn(permission: Permission, scene: Scene): readonly Caller[] {
  return "otherwise" in permission ? (permission[scene] ?? permission.otherwise) : permission;
}

export function isEverAllowed(permission: Permission): boolean {
  return !("otherwise" in permission) ? permission.length > 0 : true;
}
