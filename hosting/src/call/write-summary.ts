// A call as text for a bug report: who was connected how. It has no names, no addresses and nothing
// that leads to the room.
import type { CallParticipant } from "./mesh/participant-view.ts";

export function writeSummary(call: {
  hasEntered: boolean;
  lastedMs: number;
  isKeyed: boolean;
  participants: readonly CallParticipant[];
}): string {
  const lines = [
    `meetogram: ${call.hasEntered ? `in the call for ${Math.round(call.lastedMs / 1_000)} s` : "not entered"}`,
    `link: ${call.isKeyed ? "with a key" : "without a key"}; others: ${call.participants.length}`,
  ];
  for (const [index, participant] of call.participants.entries()) {
    const { status, cause, constraints, hearsMe, stats } = participant;
    const shown = (["audio", "video", "screen"] as const).filter((kind) => constraints[kind]).join("+") || "nothing";
    lines.push(`#${index + 1}: ${status}${cause === null ? "" : ` (${cause})`}, sends ${shown}, hears me: ${hearsMe}`);
    if (stats === null) continue;
    const { roundTripMs, lossRatio, receivedBps, sentBps, width, height, framesPerSecond, isRelayed } = stats;
    const path = isRelayed === null ? "unknown way" : isRelayed ? "relayed" : "direct";
    lines.push(
      `    ${path}, round trip ${roundTripMs ?? "?"} ms, loss ${(lossRatio * 100).toFixed(1)} %, ` +
        `in ${Math.round(receivedBps / 1_000)} kbit/s, out ${Math.round(sentBps / 1_000)} kbit/s, ` +
        `picture ${width}x${height} at ${framesPerSecond}, sound ${stats.audio}, limited by ${stats.limitation}`,
    );
  }
  return lines.join("\n");
}
