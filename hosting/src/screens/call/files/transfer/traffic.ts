// What both directions need of the rest of the page.
import type { FileMessage } from "@meetogram/contract";

export interface Traffic {
  send(message: FileMessage, to: string): void;
  /** Of the next offer. */
  nextPlace(): number;
  /** A monotonic clock, in ms. */
  now(): number;
  /** Something that people see has changed. */
  onChange(): void;
}
