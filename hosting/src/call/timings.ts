// Every duration of a call in one place. docs/signalling.md explains each.
import { wakeTimings } from "../platform/network-watch.ts";

export const timings = {
  /** How long a description waits for candidates, so that the usual way in costs one message each way. */
  gatherMs: 200,
  /** The same in the lobby, where nobody waits for it yet. */
  longGatherMs: 2_000,
  /** How long later candidates are collected before they go out together. */
  batchMs: 50,
  /** How often liveness is looked at. */
  heartbeatMs: 1_000,
  pingEveryMs: 2_000,
  silentAfterMs: 5_000,
  lostAfterMs: 20_000,
  /** Whoever has just been agreed with anew, or found again, is not lost before it had so long to be heard. */
  graceMs: 3_000,
  /** The polite side leaves the first attempt at restarting ICE to the other. */
  politeRestartAfterMs: 3_000,
  /** A restart that led nowhere is followed by another. */
  restartEveryMs: 10_000,
  /** The network may be back: who has not answered a ping for this long is looked for. */
  hintCheckMs: 1_000,
  /** However many signs of a returning network there are, no connection is renewed for them oftener than this. */
  reconnectNowEveryMs: 2_000,
  /** For so long after a signal came through the server, the data channel is not trusted with the reply. */
  distrustChannelMs: 3_000,
  /** How long a page may take to make its own offer or answer: a busy device needs seconds for what is otherwise done in 100 ms. */
  describeWithinMs: 30_000,
  /** A connection without an answer is begun anew so long after its offer, doubling each time up to the longest. */
  firstRetryMs: 5_000,
  longestRetryMs: 30_000,
  /** How long a connection that was answered may take to open. */
  openWithinMs: 15_000,
  /** Of somebody who was connected and is missed: an offer stays good for so long, an answered connection may look for a way for so long. */
  missedAnswerWithinMs: 15_000,
  missedOpenWithinMs: 12_000,
  /** From one beginning to the next, were they to fail at once. */
  missedEveryMs: 3_000,
  /** So long somebody is missed; then it is tried as seldom as anybody else. */
  missedForMs: 600_000,
  /** Of two who have entered, the one seated later begins; the other only if nothing came for this long. */
  deferMs: 1_500,
  /** A page whose scripts stood still for so long, and its sound for so long, may play late afterwards. */
  scriptsStalledMs: 3_000,
  audioStalledMs: 1_500,
  /** Scripts this late tell of a device at its end: until it has been calm for so long, no connection is renewed for playing late. */
  overloadedLateMs: wakeTimings.overloadedLateMs,
  onTimeForMs: 30_000,
  /** What is played so late after this page stood still is not waited for: another connection begins. */
  maxPlayoutDelayMs: 400,
  /** So many pictures that come between two looks, while none is shown, are late. */
  unshownFrames: 3,
  playoutCheckEveryMs: 500,
  playoutCheckForMs: 3_000,
  /** No oftener than this towards the same participant: a device at its end stands still often, and a new connection is work. */
  replaceEveryMs: 60_000,
  /** How long a connection carries the other side's picture on while another one is made in its place. */
  retiredLingerMs: 15_000,
  /** How long a connection outlives its goodbye, so that the goodbye arrives even when a packet is lost. */
  lingerMs: 1_000,
  /** A page that closed may be a reload: for so long its participant is shown as connecting. */
  returnWithinMs: 3_000,
  /** Own changes reach the documents no oftener than this. */
  updateEveryMs: 500,
  /** How often a connection's statistics are read, and told to the other side. */
  statsEveryMs: 2_000,
} as const;

export function backoffMs(attempt: number): number {
  return Math.min(timings.firstRetryMs * 2 ** attempt, timings.longestRetryMs);
}
