// The script that opens a seat, with Firestore in it.
import type { openSeat as OpenSeat } from "../../signalling/firestore/open-seat.ts";

let loading: Promise<typeof OpenSeat> | null = null;

/** Once, and again after a failure. */
export function loadSeat(): Promise<typeof OpenSeat> {
  loading ??= import("../../signalling/firestore/open-seat.ts").then(({ openSeat }) => openSeat).catch(forget);
  return loading;
}

function forget(cause: unknown): never {
  loading = null;
  throw cause;
}
