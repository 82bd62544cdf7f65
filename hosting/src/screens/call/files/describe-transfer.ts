// What is said of a file on its way: why it does not move, or how far it is.
import type { TransferMessages } from "../../../messages/types/panels/transfers.ts";
import type { FileWords } from "./file-words.ts";
import { isHeld, type Transfer } from "./transfer/transfer.ts";

export function describeTransfer(transfer: Transfer, words: TransferMessages, format: FileWords, name: string): string {
  const { isIncoming, isByOther, problem, size, state } = transfer;
  switch (state) {
    case "offered":
      return isIncoming ? "" : words.states.offeredOut;
    case "queued":
      return words.states.queued;
    case "waiting":
      return problem === "unknown" ? words.states.reloaded(name) : words.states.waiting(name);
    case "running":
      return describeProgress(transfer, words, format, name);
    case "done":
      return isIncoming ? words.states.arrived : words.states.taken;
    case "refused":
      return isIncoming ? words.states.refusedHere : words.states.refusedThere;
    case "cancelled":
      return isByOther ? words.states.cancelledThere(name) : words.states.cancelledHere;
    case "failed":
      return words.ends[problem ?? "unreadable"];
    default:
      state satisfies never;
      return format.size(size);
  }
}

function describeProgress(transfer: Transfer, words: TransferMessages, format: FileWords, name: string): string {
  const { bytesPerSecond, isPausedHere, size, written } = transfer;
  const soFar = `${format.percent(written, size)}, ${words.of(format.size(written), format.size(size))}`;
  if (isHeld(transfer)) return `${isPausedHere ? words.states.pausedHere : words.states.pausedThere(name)}. ${soFar}`;
  if (bytesPerSecond === null || bytesPerSecond < 1) return soFar;
  const left = words.timeLeft(format.time((size - written) / bytesPerSecond));
  return `${soFar}, ${words.perSecond(format.rate(bytesPerSecond))}, ${left}`;
}
