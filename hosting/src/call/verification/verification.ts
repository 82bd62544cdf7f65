// The safety code of the live connections. It changes with everybody who comes or goes. Each set of
// members has one round and one code: who comes back with the same seat changes nothing.
import type { VerificationMessage } from "@meetogram/contract";
import type { Clock } from "../../platform/clock.ts";
import { timings } from "../timings.ts";
import { createEarlyMessages } from "./early-messages.ts";
import { describeMembers, type Member } from "./members.ts";
import { createRound, type Round } from "./round.ts";
import { safetyCodeBits } from "./safety-code.ts";

export interface OtherMember extends Member {
  readonly connectionID: string;
  /** False when the channel is not open. */
  send(message: VerificationMessage): boolean;
}

export interface Members {
  readonly self: Member;
  readonly others: readonly OtherMember[];
}

export interface Verification {
  /** Null while it is being worked out, and while nobody else is there. */
  readonly code: Uint8Array | null;
  /** The participants whose part of the code is missing. */
  readonly awaited: readonly string[];
  /** The members, or a connection to one of them, may have changed. */
  review(): void;
  handleMessage(from: string, message: VerificationMessage): void;
}

export interface VerificationOptions {
  readonly clock: Clock;
  /** Null while something is unknown that the code depends on. */
  readMembers: () => Members | null;
  /** From the room's key and this text to that many bits. Slow on purpose. */
  stretch: (text: string, bits: number) => Promise<Uint8Array>;
  hash: (text: string) => Promise<string>;
  createNonce: () => string;
  onChange: () => void;
  readonly signal: AbortSignal;
}

/** Sets of members that a visit remembers. */
const maxRounds = 64;

export function createVerification(options: VerificationOptions): Verification {
  const { clock, hash, signal } = options;
  const rounds = new Map<string, Round>();
  const codes = new Map<string, Uint8Array>();
  const early = createEarlyMessages();
  /** What each connection has carried already. */
  let delivered = new Map<string, Set<string>>();
  let code: Uint8Array | null = null;
  let awaited: readonly string[] = [];
  let mayBeginAtMs = Number.NEGATIVE_INFINITY;
  let isWaiting = false;
  let isReviewQueued = false;
  let steps = Promise.resolve();

  const commit = (round: string, participantID: string, nonce: string) =>
    hash(`meetogram/commitment/1\n${round}\n${participantID}\n${nonce}`);

  /**
   * One after another: each works on what the one before has left. What fails leaves the code
   * unknown.
   */
  function enqueue(step: () => Promise<void>) {
    steps = steps.then(() => (signal.aborted ? undefined : step())).catch(() => publish(null, []));
  }

  async function beginRound(id: string, { self, others }: Members): Promise<Round | null> {
    if (clock.now() < mayBeginAtMs) {
      if (!isWaiting) clock.after(mayBeginAtMs - clock.now(), () => ((isWaiting = false), review()));
      isWaiting = true;
      return null;
    }
    mayBeginAtMs = clock.now() + timings.safetyCodeEveryMs;
    const nonce = options.createNonce();
    const own = { participantID: self.participantID, nonce, commitment: await commit(id, self.participantID, nonce) };
    const round = createRound({ id, own, others: others.map(({ participantID }) => participantID) });
    rounds.set(id, round);
    const [oldest] = rounds.keys();
    if (rounds.size > maxRounds && oldest !== undefined) rounds.delete(oldest);
    for (const { from, message } of early.take(id)) await hear(round, from, message);
    return round;
  }

  async function hear(round: Round, from: string, message: VerificationMessage) {
    if (message.type === "commit") round.handleCommit(from, message.commitment);
    else round.handleReveal(from, message.nonce, await commit(round.id, from, message.nonce));
  }

  function deliver(round: Round, others: readonly OtherMember[]) {
    const before = delivered;
    delivered = new Map(others.map(({ connectionID }) => [connectionID, before.get(connectionID) ?? new Set()]));
    for (const other of others) {
      const carried = delivered.get(other.connectionID);
      for (const message of round.messages) {
        const name = `${message.type} ${round.id}`;
        if (!carried?.has(name) && other.send(message)) carried?.add(name);
      }
    }
  }

  async function work() {
    const members = options.readMembers();
    if (members === null || members.others.length === 0) return publish(null, []);
    const everybody = describeMembers([members.self, ...members.others]);
    const id = await hash(`meetogram/round/1\n${everybody}`);
    const round = rounds.get(id) ?? (await beginRound(id, members));
    if (round === null)
      return publish(
        null,
        members.others.map(({ participantID }) => participantID),
      );
    deliver(round, members.others);
    const { nonces } = round;
    if (nonces === null) return publish(null, round.awaited);
    const text = ["meetogram/safety-code/2", id, ...nonces].join("\n");
    const stretched = codes.get(id) ?? (await options.stretch(text, safetyCodeBits));
    codes.set(id, stretched);
    publish(stretched, []);
  }

  function publish(nextCode: Uint8Array | null, nextAwaited: readonly string[]) {
    if (signal.aborted || (code === nextCode && awaited.join() === nextAwaited.join())) return;
    code = nextCode;
    awaited = nextAwaited;
    options.onChange();
  }

  function review() {
    if (isReviewQueued) return;
    isReviewQueued = true;
    enqueue(async () => {
      isReviewQueued = false;
      await work();
    });
  }

  return {
    get code() {
      return code;
    },
    get awaited() {
      return awaited;
    },
    review,
    handleMessage(from, message) {
      enqueue(async () => {
        const round = rounds.get(message.round);
        if (round === undefined) return early.keep(from, message);
        await hear(round, from, message);
        await work();
      });
    },
  };
}
