// The third part of the table: everything that clients write.
import { roomWrites } from "./room-writes.ts";
import { seatWrites } from "./seat-writes.ts";
import { signalWrites } from "./signal-writes.ts";
import type { WriteRow } from "./write-row.ts";

export const writes: readonly WriteRow[] = [...roomWrites, ...seatWrites, ...signalWrites];
