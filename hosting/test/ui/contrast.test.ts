import { expect } from "chai";
import { contrast, cover, readColour } from "./colour.ts";
import { schemes, tokens } from "./read-tokens.ts";

const numbered = (name: string) => Array.from({ length: 8 }, (_, index) => `${name}-${index}`);
/** The squares float behind everything that is written on paper. */
const squares = numbered("square").map((_, index) => `square-${index + 1}`);
const paper = ["paper", ...squares];
const plates = numbered("plate");

/** What is written, and on which surfaces. WCAG 2.2, 1.4.3. */
const texts: Readonly<Record<string, readonly string[]>> = {
  ink: [...paper, "card", "raised", "surface-hover", "button", "button-hover"],
  muted: [...paper, "card", "raised", "surface-hover", "warning-surface"],
  placeholder: ["card", "raised"],
  danger: [...paper, "card", "raised", "surface-hover"],
  warning: ["card", "raised", "surface-hover", "warning-surface", "own-surface"],
  card: ["ink"],
  "on-accent": ["accent", "accent-hover", "accent-strong"],
  "on-danger-fill": ["danger-fill", "danger-fill-hover"],
  "on-recording": ["recording"],
  recording: ["on-recording"],
  "on-night": ["night", "night-deep", "night-raised", "night-control", "night-control-hover"],
  "night-muted": ["night", "night-raised"],
  "night-warning": ["night", "night-raised"],
  "night-danger": ["night", "night-raised"],
  "on-night-bright": ["night-bright"],
  "night-bright-danger": ["night-bright"],
  "on-plate": plates,
};

/** Text on the surfaces of notes and questions. */
const inkOnSigns = ["warning-surface", "danger-surface", "own-surface"];

/** Text over a picture, through a veil that may lie on white. */
const veiled: Readonly<Record<string, readonly string[]>> = {
  "on-night": ["night-veil", "night-veil-deep"],
  "night-muted": ["night-veil-deep"],
  "night-warning": ["night-veil"],
};

/** Borders, signs and rings of the focus, and what they lie on. WCAG 2.2, 1.4.11. */
const shapes: Readonly<Record<string, readonly string[]>> = {
  "field-border": [...paper, "card", "raised"],
  focus: [...paper, "card", "raised", "warning-surface", "danger-surface", "button"],
  "accent-line": ["paper", "card", "raised", "track"],
  "switch-off": ["card", "raised"],
  "switch-on": ["card", "raised"],
  "switch-knob": ["switch-off", "switch-on"],
  accent: ["night", "night-deep", "night-raised", "night-control"],
  "on-night": ["night-danger-fill", "night-danger-fill-hover"],
  "plate-danger": plates,
};

const white = readColour("#ffffff");

for (const scheme of schemes) {
  describe(`the ${scheme} theme`, () => {
    const read = (name: string) => {
      const value = tokens[scheme].get(name);
      if (value === undefined) throw new Error(`There is no colour "${name}"`);
      return readColour(value);
    };
    /** Pairs that are told apart too little, with their contrast. */
    const tooClose = (pairs: Readonly<Record<string, readonly string[]>>, least: number, below = white) =>
      Object.entries(pairs).flatMap(([name, surfaces]) =>
        surfaces
          .map((surface) => ({ surface, ratio: contrast(read(name), cover(read(surface), below)) }))
          .filter(({ ratio }) => ratio < least)
          .map(({ surface, ratio }) => `${name} on ${surface}: ${ratio.toFixed(2)}`),
      );

    it("has every text at 4.5:1 on every surface", () => {
      expect(tooClose({ ...texts, ink: [...texts.ink!, ...inkOnSigns] }, 4.5)).to.deep.equal([]);
    });

    it("has text over a white picture at 4.5:1", () => {
      expect(tooClose(veiled, 4.5)).to.deep.equal([]);
    });

    it("has borders, signs and the focus at 3:1", () => {
      expect(tooClose(shapes, 3)).to.deep.equal([]);
    });

    it("covers what lies below a square, so that two of them give no third colour", () => {
      for (const name of squares) expect(read(name)[3], name).to.equal(1);
    });
  });
}
