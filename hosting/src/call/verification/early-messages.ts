// Messages for a round that this page does not know yet: the sender has learnt earlier who is
// there. Bounded, because everybody in the room can send them.
import type { VerificationMessage } from "@meetogram/contract";

const maxOfOneSender = 16;

export interface EarlyMessages {
  keep(from: string, message: VerificationMessage): void;
  /** Those of a round, in the order in which they came. They are kept no longer. */
  take(round: string): readonly { readonly from: string; readonly message: VerificationMessage }[];
}

export function createEarlyMessages(): EarlyMessages {
  const kept = new Map<string, VerificationMessage[]>();
  return {
    keep(from, message) {
      kept.set(from, [...(kept.get(from) ?? []), message].slice(-maxOfOneSender));
    },
    take(round) {
      const taken = [];
      for (const [from, messages] of kept) {
        taken.push(...messages.filter((message) => message.round === round).map((message) => ({ from, message })));
        kept.set(
          from,
          messages.filter((message) => message.round !== round),
        );
      }
      return taken;
    },
  };
}
