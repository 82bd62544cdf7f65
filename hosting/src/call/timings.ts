// Every duration of a call in one place. docs/signalling.md explains each.
import { wakeTimings } from "../platform/network-watch.ts";

export const timings = {
  /**
   * How long a description waits for its candidates, so that connecting usually costs one message
   * each way.
   */
  gatherMs: 200,
  /**
   * The same in the lobby, where nobody waits for the connection yet. Also how much longer a
   * description waits for its first candidate.
   */
  longGatherMs: 2_000,
  /** How long later candidates are collected into one signal. */
  batchMs: 50,
  /** How often liveness is checked. */
  heartbeatMs: 1_000,
  pingEveryMs: 2_000,
  silentAfterMs: 5_000,
  lostAfterMs: 20_000,
  /**
   * A connection is not lost for this long after an agreed description, and after it came up again.
   */
  graceMs: 3_000,
  /** The polite peer leaves the first ICE restart to the impolite one. */
  politeRestartAfterMs: 3_000,
  /** A restart without success is followed by another. */
  restartEveryMs: 10_000,
  /**
   * After a hint of a returning network: who has not answered a ping for this long is reconnected.
   */
  hintCheckMs: 1_000,
  /** However many hints come, they restart or initiate each connection at most this often. */
  reconnectNowEveryMs: 2_000,
  /**
   * For this long, signals do not go over the data channel: after a signal came through the server,
   * or after the check that follows a hint has failed.
   */
  distrustChannelMs: 3_000,
  /**
   * How long a page may take for its own offer or answer. An overloaded device needs seconds for
   * what otherwise takes 100 ms.
   */
  describeWithinMs: 30_000,
  /**
   * An unanswered connection is retried after this. The delay doubles each time, up to the longest.
   */
  firstRetryMs: 5_000,
  longestRetryMs: 30_000,
  /** How long an answered connection may take to open. */
  openWithinMs: 15_000,
  /**
   * Towards a missed participant: how long an offer stays valid, and how long an answered
   * connection may look for a candidate pair.
   */
  missedAnswerWithinMs: 15_000,
  missedOpenWithinMs: 12_000,
  /** From one attempt to the next, when attempts fail immediately. */
  missedEveryMs: 3_000,
  /**
   * How long a participant counts as missed. After that it is retried as rarely as anybody else.
   */
  missedForMs: 600_000,
  /**
   * Of two who have entered, the one with the higher seat initiates. The other one does so only if
   * nothing came for this long.
   */
  deferMs: 1_500,
  /**
   * After its scripts and its audio were stalled for this long, a page counts as suspended: its
   * playout may be late.
   */
  scriptsStalledMs: 3_000,
  audioStalledMs: 1_500,
  /**
   * Scripts that are this late mean an overloaded device. It replaces no connection until its
   * scripts were on time for `onTimeForMs`.
   */
  overloadedLateMs: wakeTimings.overloadedLateMs,
  onTimeForMs: 30_000,
  /**
   * A playout delay above this, after this page was suspended, is not waited out: the connection is
   * replaced.
   */
  maxPlayoutDelayMs: 400,
  /** Playout is late when this many video frames arrive between two checks and none is shown. */
  unshownFrames: 3,
  playoutCheckEveryMs: 500,
  playoutCheckForMs: 3_000,
  /**
   * At most this often towards the same participant: an overloaded device is suspended often, and a
   * new connection is work.
   */
  replaceEveryMs: 60_000,
  /**
   * How long a connection stays open for the remote side's video while another connection replaces
   * it.
   */
  retiredLingerMs: 15_000,
  /**
   * How long a connection stays open after `bye`, so that the message arrives even when a packet is
   * lost.
   */
  lingerMs: 1_000,
  /** A page that closed may be reloading: its participant is shown as connecting for this long. */
  returnWithinMs: 3_000,
  /**
   * A set of participants gets a safety code when it has been the same for so long. The first
   * pictures have grown by then.
   */
  safetyCodeAfterMs: 2_000,
  /**
   * At most so often a new set of participants gets a safety code. It bounds how often somebody may
   * try to hit a code (docs/signalling.md).
   */
  safetyCodeEveryMs: 2_000,
  /** Local changes are written to the own document at most this often. */
  updateEveryMs: 500,
  /** How often a connection's statistics are read and reported to the remote participant. */
  statsEveryMs: 2_000,
} as const;

export function backoffMs(attempt: number): number {
  return Math.min(timings.firstRetryMs * 2 ** attempt, timings.longestRetryMs);
}
