// Totals of all connections of a page, and what happened between two readings of them.
import type { Page } from "playwright-core";
import type { WatchedWindow } from "../../../scripts/system/browsers/watch-connections.ts";

export interface Totals {
  readonly atMs: number;
  readonly samples: number;
  readonly concealed: number;
  readonly frames: number;
  readonly freezes: number;
  readonly frozenS: number;
  readonly delayS: number;
  readonly emitted: number;
  readonly roundTripS: number;
  readonly heightPx: number;
  readonly bytesReceived: number;
}

type Stat = Readonly<Record<string, unknown>>;

/** Of the connections that are up, or of the newest one while it is up. */
export function readTotals(page: Page, isNewestOnly: boolean): Promise<Totals> {
  return page.evaluate(async (newestOnly) => {
    const totals = {
      atMs: Date.now(),
      ...{ samples: 0, concealed: 0, frames: 0, freezes: 0, frozenS: 0 },
      ...{ delayS: 0, emitted: 0, roundTripS: 0, heightPx: 0, bytesReceived: 0 },
    };
    const all = (window as WatchedWindow).connections ?? [];
    const open = all.filter(({ connectionState }) => connectionState !== "closed");
    for (const connection of newestOnly ? open.slice(-1) : open) {
      if (connection.connectionState !== "connected") continue;
      const stats = [...((await connection.getStats()) as unknown as Map<string, Stat>).values()];
      const number = (stat: Stat, name: string) => (typeof stat[name] === "number" ? stat[name] : 0);
      for (const stat of stats) {
        if (stat["type"] === "transport") {
          const pair = stats.find(({ id }) => id === stat["selectedCandidatePairId"]);
          if (pair !== undefined) totals.roundTripS = Math.max(totals.roundTripS, number(pair, "currentRoundTripTime"));
        }
        if (stat["type"] !== "inbound-rtp") continue;
        totals.bytesReceived += number(stat, "bytesReceived") + number(stat, "headerBytesReceived");
        if (stat["kind"] === "audio") {
          totals.samples += number(stat, "totalSamplesReceived");
          totals.concealed += number(stat, "concealedSamples") - number(stat, "silentConcealedSamples");
          totals.delayS += number(stat, "jitterBufferDelay");
          totals.emitted += number(stat, "jitterBufferEmittedCount");
        } else {
          totals.frames += number(stat, "framesDecoded");
          totals.freezes += number(stat, "freezeCount");
          totals.frozenS += number(stat, "totalFreezesDuration");
          totals.heightPx = Math.max(totals.heightPx, number(stat, "frameHeight"));
        }
      }
    }
    return totals;
  }, isNewestOnly);
}

export interface Flow {
  /** Of the played sound, what was made up. In percent. Null without any sound. */
  readonly concealedPercent: number | null;
  readonly framesPerSecond: number;
  readonly heightPx: number;
  /** Half a round trip and the jitter buffer. Capture, coding and playout come on top. */
  readonly soundDelayMs: number | null;
  readonly freezes: number;
  readonly frozenS: number;
  readonly receivedKbps: number;
}

/** Frames are those of all connections. */
export function flowBetween(before: Totals, now: Totals): Flow {
  const seconds = (now.atMs - before.atMs) / 1_000;
  const grown = (key: keyof Totals) => Math.max(0, now[key] - before[key]);
  const samples = grown("samples");
  const emitted = grown("emitted");
  return {
    concealedPercent: samples === 0 ? null : Number(((100 * grown("concealed")) / samples).toFixed(1)),
    framesPerSecond: Number((grown("frames") / seconds).toFixed(1)),
    heightPx: grown("frames") === 0 ? 0 : now.heightPx,
    soundDelayMs: emitted === 0 ? null : Math.round((1_000 * grown("delayS")) / emitted + 500 * now.roundTripS),
    freezes: grown("freezes"),
    frozenS: Number(grown("frozenS").toFixed(1)),
    receivedKbps: Math.round((8 * grown("bytesReceived")) / 1_000 / seconds),
  };
}
