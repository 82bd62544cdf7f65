// One line of the printed table: the worse one of both directions.
import { describe, type Row } from "./conditions.ts";
import type { Measured } from "./measure.ts";

export function tableOf({ row, name, measured }: { row: Row; name: string; measured: Measured | null }) {
  const line = { network: describe(row), people: row.people, name };
  if (measured === null) return { ...line, frameMs: "failed" };
  const { down, up, frameMs, soundMs, unsaidMs, saidAfterMs, backAfterMs, load } = measured;
  return {
    ...line,
    frameMs,
    soundMs,
    "concealed %": `${down.concealedPercent ?? "-"} / ${up.concealedPercent ?? "-"}`,
    "frames/s": `${down.framesPerSecond} / ${up.framesPerSecond}`,
    height: `${down.heightPx} / ${up.heightPx}`,
    "sound delay": `${down.soundDelayMs ?? "-"} / ${up.soundDelayMs ?? "-"}`,
    "frozen s": `${down.frozenS} / ${up.frozenS}`,
    "unsaid s": Number((unsaidMs / 1_000).toFixed(1)),
    "said s": saidAfterMs === null ? "" : saidAfterMs / 1_000,
    "back s": backAfterMs === null ? "" : backAfterMs / 1_000,
    load,
  };
}
