// Seals signals and names before they go through the server, and opens them on arrival, for each
// participant in order. What does not open was not written by anybody with this link.
import type { Signal } from "@meetogram/contract";
import type { Signalling } from "../../signalling/signalling.ts";
import type { Opened, Seal } from "./seal.ts";

export interface SealedPost {
  send(to: string, signal: Signal): void;
  /** Null for a name that does not open. */
  openName(participantID: string, sealed: string): Promise<Opened<string> | null>;
}

export function createSealedPost(options: {
  signalling: Signalling;
  seal: Seal;
  onSignal: (from: string, signal: Signal, signer: string) => void;
  onRefused: (from: string) => void;
  signal: AbortSignal;
}): SealedPost {
  const { signalling, seal, signal } = options;
  const { participantID } = signalling.self;
  const sending = createQueues();
  const receiving = createQueues();

  signalling.onMessage(({ from, payload }) => receiving(from, () => receive(from, payload)), { signal });

  async function send(to: string, sent: Signal) {
    const payload = await seal.sealSignal(participantID, to, sent);
    if (signal.aborted) return;
    // Not awaited: the order is that of the calls. When one fails, the retry of its connection
    // makes up for it.
    signalling.send(to, payload).catch(() => {});
  }

  async function receive(from: string, payload: string) {
    let received: Opened<Signal>;
    try {
      received = await seal.openSignal(from, participantID, payload);
    } catch {
      if (!signal.aborted) options.onRefused(from);
      return;
    }
    if (!signal.aborted) options.onSignal(from, received.content, received.signer);
  }

  return {
    send: (to, sent) => sending(to, () => send(to, sent)),
    async openName(owner, sealed) {
      try {
        return await seal.openName(owner, sealed);
      } catch {
        if (!signal.aborted) options.onRefused(owner);
        return null;
      }
    },
  };
}

/**
 * One queue for each participant. Sealing and opening take time, and signals must not overtake each
 * other.
 */
function createQueues(): (key: string, run: () => Promise<void>) => void {
  const tails = new Map<string, Promise<void>>();
  return (key, run) => {
    tails.set(key, (tails.get(key) ?? Promise.resolve()).then(run));
  };
}
