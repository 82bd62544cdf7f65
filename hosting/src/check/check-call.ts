// A call of this page with itself: whether picture and sound arrive at the other end, and after how
// long.
import type { Clock } from "../platform/clock.ts";
import { find, type Finding } from "./finding.ts";
import { poll } from "./poll.ts";

/** What has arrived at one end so far. */
export interface Arrived {
  readonly isConnected: boolean;
  readonly frames: number;
  readonly soundPackets: number;
  /** Of the decoded sound: it is no silence. */
  readonly isHeard: boolean;
}

export interface TestCall {
  read(): Promise<Arrived>;
  end(): void;
}

const lookEveryMs = 100;
const withinMs = 15_000;

export async function checkCall(
  start: () => Promise<TestCall>,
  { clock, signal, isDrawn }: { clock: Clock; signal: AbortSignal; isDrawn: boolean },
): Promise<Finding> {
  const startedAt = clock.now();
  const passedMs = () => Math.round(clock.now() - startedAt);
  let call: TestCall;
  try {
    call = await start();
  } catch {
    return find("call", "failed", "not-started");
  }
  let pictureMs: number | null = null;
  let soundMs: number | null = null;
  let last: Arrived = { isConnected: false, frames: 0, soundPackets: 0, isHeard: false };
  try {
    await poll(
      async () => {
        last = await call.read();
        if (last.frames > 0) pictureMs ??= passedMs();
        if (last.isHeard) soundMs ??= passedMs();
        return pictureMs !== null && soundMs !== null ? true : null;
      },
      { clock, signal, everyMs: lookEveryMs, withinMs },
    );
  } catch {
    return find("call", "look", "untold");
  } finally {
    call.end();
  }
  if (!last.isConnected && pictureMs === null && soundMs === null) return find("call", "failed", "not-connected");
  if (pictureMs === null) return find("call", "failed", "no-picture");
  if (soundMs === null && last.soundPackets === 0) return find("call", "failed", "no-sound", { pictureMs });
  // Some browsers do not tell the energy of a sound that nobody listens to.
  if (soundMs === null) return find("call", "ok", "sound-untold", { pictureMs });
  return find("call", "ok", isDrawn ? "drawn" : "ok", { pictureMs, soundMs });
}

/** Of the statistics of a connection, and of samples of the sound that it plays. */
export function readArrived(
  connectionState: string,
  stats: Iterable<Record<string, unknown>>,
  samples: Float32Array | null,
): Arrived {
  const sum = { frames: 0, soundPackets: 0, isHeard: samples?.some((sample) => sample !== 0) === true };
  const count = (value: unknown) => (typeof value === "number" ? value : 0);
  for (const stat of stats) {
    if (stat["type"] !== "inbound-rtp") continue;
    if (stat["kind"] === "video") sum.frames += count(stat["framesDecoded"]);
    else {
      sum.soundPackets += count(stat["packetsReceived"]);
      sum.isHeard ||= count(stat["totalAudioEnergy"]) > 0;
    }
  }
  return { isConnected: connectionState === "connected", ...sum };
}
