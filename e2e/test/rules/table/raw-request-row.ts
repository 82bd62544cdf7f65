// A row of the table's last part: a request that no SDK sends, tried with an active guest's token.
import { paths } from "@meetogram/contract";
import { room, seats } from "../callers.ts";

export interface RawRow {
  readonly does: string;
  /** Absent: the active guest may. */
  readonly because?: string;
  readonly address: string;
  readonly body?: () => unknown;
  readonly method?: string;
  /** A failing precondition may be told before the rules are asked. */
  readonly isConditional?: true;
  /** What it would change. */
  readonly changes?: string;
}

export const ownSeat = paths.user(room, seats.active.participant);
export const theRoom = paths.room(room);
export const secret = paths.secret(room);
export const absent = paths.room("11111111-1111-4111-8111-111111111111");
