// What the browser has said about the permissions for devices. It is asked by the first script, so
// that where it allows everything, the devices open without waiting for its answer.
import { queryPermission } from "../../media/media-problem.ts";

type Kind = "audio" | "video";

const known = new Map<Kind, PermissionState | null>();

export async function learnPermission(kind: Kind): Promise<PermissionState | null> {
  const permission = await queryPermission(kind);
  known.set(kind, permission);
  return permission;
}

export function learnPermissions(): void {
  void learnPermission("audio");
  void learnPermission("video");
}

/** As far as is known by now. */
export function isAllowed(kinds: readonly Kind[]): boolean {
  return kinds.every((kind) => known.get(kind) === "granted");
}
