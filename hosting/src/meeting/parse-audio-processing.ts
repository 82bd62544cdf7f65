// Reads the stored choice of audio processing. Anything that this version does not know is left at
// its default.
import type { AudioProcessing } from "../media/local-media.ts";

export function parseAudioProcessing(text: string | null): Partial<AudioProcessing> {
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return {};
    const known = ["echoCancellation", "noiseSuppression", "autoGainControl"] as const;
    const chosen = value as Record<string, unknown>;
    return Object.fromEntries(
      known.flatMap((part) => (typeof chosen[part] === "boolean" ? [[part, chosen[part]]] : [])),
    );
  } catch {
    return {};
  }
}
