// A row of the last part of the table: a request that no SDK sends, with an active guest's token.
import { paths } from "@meetogram/contract";
import { room, seats } from "../callers.ts";

export interface RawRow {
  readonly does: string;
  /** Absent: the active guest may do it. */
  readonly because?: string;
  readonly address: string;
  readonly body?: () => unknown;
  readonly method?: string;
  /** A failed precondition may be reported before the rules are evaluated. */
  readonly isConditional?: true;
  /** The document that it would change. */
  readonly changes?: string;
}

export const ownSeat = paths.user(room, seats.active.participant);
export const theRoom = paths.room(room);
export const secret = paths.secret(room);
export const absent = paths.room("11111111-1111-4111-8111-111111111111");
