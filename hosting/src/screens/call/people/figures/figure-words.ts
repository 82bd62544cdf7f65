// Figures as text: rounded, with units, in the language of the interface.
import type { Figures } from "./figure-history.ts";
import type { PeopleMessages } from "../../../../messages/types/panels/people.ts";

export interface FigureWords {
  milliseconds(value: number | null): string;
  percent(ratio: number): string;
  kilobits(bitsPerSecond: number): string;
  resolution(figures: Pick<Figures, "width" | "height" | "framesPerSecond">): string;
  route(isRelayed: boolean | null): string;
}

export function createFigureWords(words: PeopleMessages["figures"], language: string): FigureWords {
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
  return {
    milliseconds: (value) => (value === null ? words.unknown : words.milliseconds(whole.format(value))),
    percent: (ratio) => percent.format(ratio),
    kilobits: (bitsPerSecond) => words.kilobits(whole.format(bitsPerSecond / 1_000)),
    resolution: ({ width, height, framesPerSecond }) =>
      width === 0 ? words.noPicture : words.framesPerSecond(`${width}×${height}`, whole.format(framesPerSecond)),
    route: (isRelayed) => (isRelayed === null ? words.unknown : isRelayed ? words.relayed : words.direct),
  };
}
