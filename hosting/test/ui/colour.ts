// Colours as numbers, and how far two of them are told apart.

/** Red, green, blue from 0 to 255, and how much of it covers what is below. */
export type Colour = readonly [number, number, number, number];

const hexPattern = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/;
const rgbPattern = /^rgb\((\d+) (\d+) (\d+) \/ ([\d.]+)\)$/;

export function readColour(text: string): Colour {
  const hex = hexPattern.exec(text);
  if (hex !== null) {
    const [red = 0, green = 0, blue = 0] = hex.slice(1).map((part) => Number.parseInt(part, 16));
    return [red, green, blue, 1];
  }
  const [red, green, blue, alpha] = (rgbPattern.exec(text)?.slice(1) ?? []).map(Number);
  if (red === undefined || green === undefined || blue === undefined || alpha === undefined)
    throw new Error(`"${text}" is no colour`);
  return [red, green, blue, alpha];
}

export function cover([red, green, blue, alpha]: Colour, below: Colour): Colour {
  const mix = (own: number, other: number) => own * alpha + other * (1 - alpha);
  return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), 1];
}

/** Channels from 0 to 1, linear. */
export function linearChannels(colour: Colour): readonly [number, number, number] {
  const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return [channel(colour[0] / 255), channel(colour[1] / 255), channel(colour[2] / 255)];
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: Colour, other: Colour): number {
  const luminance = (colour: Colour) => {
    const [red, green, blue] = linearChannels(colour);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
