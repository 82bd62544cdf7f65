// Sizes, rates and times of files in words, in the interface's language.

const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

export interface FileWords {
  size(bytes: number): string;
  rate(bytesPerSecond: number): string;
  percent(part: number, whole: number): string;
  /** Rounded, because it is a guess. */
  time(seconds: number): string;
}

export function createFileWords(language: string): FileWords {
  const format = (value: number, unit: string, digits = 0) =>
    new Intl.NumberFormat(language, {
      style: "unit",
      unit,
      // "900 bytes": what is short for it is the singular.
      unitDisplay: unit === "byte" ? "long" : "short",
      maximumFractionDigits: digits,
    }).format(value);

  /** As the system's file manager shows it: 1 MB has 1,000,000 bytes. */
  function amount(bytes: number, suffix: string): string {
    const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
    const value = bytes / 1_000 ** power;
    return format(value, `${units[power]}${suffix}`, power > 1 && value < 10 ? 1 : 0);
  }

  return {
    size: (bytes) => amount(bytes, ""),
    rate: (bytesPerSecond) => amount(bytesPerSecond, "-per-second"),
    percent: (part, whole) =>
      new Intl.NumberFormat(language, { style: "percent" }).format(
        whole === 0 ? 1 : Math.floor((100 * part) / whole) / 100,
      ),
    time(seconds) {
      if (seconds < 60) return format(Math.max(1, Math.ceil(seconds)), "second");
      if (seconds < 3_600) return format(Math.ceil(seconds / 60), "minute");
      return format(Math.ceil(seconds / 3_600), "hour");
    },
  };
}
