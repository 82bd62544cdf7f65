// What a page really sends and receives, as getStats of its peer connections says. Every journey
// relies on it.
import type { WatchedWindow } from "../../../scripts/system/browsers/watch-connections.ts";
import type { AnyPage } from "./firefox/any-person.ts";

export { watchConnections } from "../../../scripts/system/browsers/watch-connections.ts";

export interface Traffic {
  readonly connected: number;
  /** Decoded by all connections that are not closed, whatever their state. */
  readonly framesOfAll: number;
  /** For each connected peer, in the order of creation. */
  readonly framesDecoded: number[];
  readonly audioEnergy: number[];
  readonly audioPackets: number[];
  readonly mediaBytesSent: number;
}

/** How many connections the page has created so far. */
export function countConnections(page: AnyPage): Promise<number> {
  return page.evaluate(() => ((window as WatchedWindow).connections ?? []).length);
}

/**
 * The playout delay during the next half a second, of the stream with the longest one. Null when
 * nothing is played.
 */
export function readPlayoutDelayMs(page: AnyPage): Promise<number | null> {
  return page.evaluate(async () => {
    const read = async () => {
      const played = new Map<string, { delayS: number; emitted: number }>();
      for (const connection of (window as WatchedWindow).connections ?? []) {
        if (connection.connectionState !== "connected") continue;
        for (const stats of (await connection.getStats()).values() as Iterable<Stats & { id: string }>) {
          if (stats.type !== "inbound-rtp") continue;
          played.set(stats.id, { delayS: stats.jitterBufferDelay ?? 0, emitted: stats.jitterBufferEmittedCount ?? 0 });
        }
      }
      return played;
    };
    const before = await read();
    await new Promise((resolve) => setTimeout(resolve, 500));
    const delaysMs = [...(await read())].flatMap(([id, { delayS, emitted }]) => {
      const { delayS: delayBeforeS, emitted: emittedBefore } = before.get(id) ?? { delayS: 0, emitted: 0 };
      return emitted > emittedBefore ? (1_000 * (delayS - delayBeforeS)) / (emitted - emittedBefore) : [];
    });
    return delaysMs.length === 0 ? null : Math.max(...delaysMs);
  });
}

interface Stats {
  readonly type: string;
  readonly kind?: string;
  readonly framesDecoded?: number;
  readonly totalAudioEnergy?: number;
  readonly bytesSent?: number;
  readonly packetsReceived?: number;
  readonly jitterBufferDelay?: number;
  readonly jitterBufferEmittedCount?: number;
}

export function readTraffic(page: AnyPage): Promise<Traffic> {
  return page.evaluate(async () => {
    const all = (window as WatchedWindow).connections ?? [];
    const open = all.filter((connection) => connection.connectionState !== "closed");
    const live = open.filter((connection) => connection.connectionState === "connected");
    const traffic = {
      connected: live.length,
      framesOfAll: 0,
      framesDecoded: [] as number[],
      audioEnergy: [] as number[],
      audioPackets: [] as number[],
      mediaBytesSent: 0,
    };
    for (const connection of open) {
      const isLive = live.includes(connection);
      let frames = 0;
      let energy = 0;
      let packets = 0;
      for (const stats of (await connection.getStats()).values() as Iterable<Stats>) {
        if (stats.type === "inbound-rtp" && stats.kind === "video") frames += stats.framesDecoded ?? 0;
        if (stats.type === "inbound-rtp" && stats.kind === "audio") {
          energy += stats.totalAudioEnergy ?? 0;
          packets += stats.packetsReceived ?? 0;
        }
        if (stats.type === "outbound-rtp") traffic.mediaBytesSent += stats.bytesSent ?? 0;
      }
      traffic.framesOfAll += frames;
      if (!isLive) continue;
      traffic.framesDecoded.push(frames);
      traffic.audioEnergy.push(energy);
      traffic.audioPackets.push(packets);
    }
    return traffic;
  });
}

/**
 * Counts the frames that each tile presents, until each has enough or the time is over. Resolves to
 * one number for each tile.
 */
export function countPresentedFrames(page: AnyPage, until: { enough: number; withinMs: number }): Promise<number[]> {
  return page.evaluate(({ enough, withinMs }) => {
    const videos = [...document.querySelectorAll<HTMLVideoElement>('[data-testid="tile"] video')];
    const counts = videos.map(() => 0);
    return new Promise<number[]>((resolve) => {
      setTimeout(() => resolve(counts), withinMs);
      videos.forEach((video, index) => {
        const count = () => {
          counts[index] = (counts[index] ?? 0) + 1;
          if (counts.every((frames) => frames >= enough)) resolve(counts);
          else video.requestVideoFrameCallback(count);
        };
        video.requestVideoFrameCallback(count);
      });
    });
  }, until);
}
