// What the others are told of the end of a call.
import type { ByeReason } from "@meetogram/contract";
import type { CallEnd } from "./call.ts";

export const byeReasons = {
  left: "left",
  removed: "removed",
  moved: "moved",
  refused: "removed",
  ended: "removed",
  erased: "removed",
  expired: "removed",
  full: "removed",
  locked: "removed",
  lost: "left",
} as const satisfies Record<CallEnd, ByeReason>;
