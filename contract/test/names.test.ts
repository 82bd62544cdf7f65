import { expect } from "chai";
import fc from "fast-check";
import { cleanName, comparableName, cutName, limits } from "../src/index.ts";

const runs = { numRuns: 2_000 };

/** What an attacker would try, among what people write. */
const pieces = [
  ..."aZя中한ıİ1# ",
  ...["مي", "র", "্", "ය", "ශ", "ක්", "मि", "ᠠ", "葛", "Ann", "אבא"],
  ...["👩", "🧑🏽", "🚀", "❤", "🏴", "\u20e3", "\u{e0067}\u{e0062}\u{e007f}", "🇳", "🇱"],
  ...["\u0301", "\u0345", "\u1037", "\ufe0f", "\ufe0e", "\ufe00", "\u{e0101}", "\u180b"],
  ...["\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u202a", "\u202e", "\u2060", "\u2066", "\u2069", "\ufeff"],
  ...["\0", "\t", "\n", "\u007f", "\u0085", "\u2028", "\u00ad", "\u061c", "\u115f", "\u3164", "\u2800", "\ufffe"],
  ...["\ud800", "\udc00", "\u{e0001}", "\u034f", "\u180e", "\u17b4", "\u{1d173}"],
];
const name = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 90 }).map((chosen) => chosen.join("")),
  fc.string({ unit: "binary", maxLength: 90 }),
);

const invisible = /[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2800]/u;
const forbidden = /[\u034f\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\u200b\u2060-\u2064\ufeff\u00ad\u115f\u3164\u2800]/u;

describe("a name, cleaned", () => {
  it("has no control, no direction, no zero width and no second line, whatever was written", () => {
    fc.assert(
      fc.property(name, (raw) => {
        expect(cleanName(raw)).not.to.match(forbidden);
      }),
      runs,
    );
  });

  it("is bounded, trimmed, well-formed, and stays as it is when it is cleaned again", () => {
    fc.assert(
      fc.property(name, (raw) => {
        const clean = cleanName(raw);
        expect(clean.length).to.be.at.most(limits.maxNameLength);
        expect(clean).to.equal(clean.trim());
        expect(clean).to.equal(clean.normalize("NFC"));
        expect(clean).not.to.match(/\p{Cs}|\s\s/u);
        expect(cleanName(clean)).to.equal(clean);
      }),
      runs,
    );
  });

  it("is empty when there is nothing to see", () => {
    const nothing = fc.array(
      fc.constantFrom(...pieces.filter((piece) => invisible.test(piece) && !/\p{Cs}/u.test(piece)), " "),
    );
    fc.assert(
      fc.property(nothing, (chosen) => {
        expect(cleanName(chosen.join(""))).to.equal("");
      }),
      runs,
    );
  });

  it("never differs from another one only in what cannot be seen, where no script needs it", () => {
    const hidden = fc.constantFrom(...["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u202e", "\u00ad", "\u180e"]);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."annаАЯ中한"), maxLength: 40 }),
        hidden,
        fc.nat(40),
        (word, character, at) => {
          expect(cleanName(word.slice(0, at) + character + word.slice(at))).to.equal(cleanName(word));
        },
      ),
      runs,
    );
  });

  for (const [what, kept] of [
    ["a family", "👨‍👩‍👧‍👦 Fam"],
    ["a colour of skin", "🧑🏽‍🚀"],
    ["a heart on fire", "❤️‍🔥"],
    ["a keycap", "1️⃣"],
    ["the flag of Scotland", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"],
    ["a Persian name", "میر‌حسین"],
    ["a Bengali name", "র‍্যামন"],
    ["a Sinhala name", "ශ්‍රී"],
    ["a Japanese variant", "葛\u{e0100}城"],
    ["Burmese marks", "မြွှေး"],
    ["Hebrew", "אַבָּא"],
    ["an apostrophe and a hyphen", "Seán O’Brien-Smith"],
  ] as const) {
    it(`keeps ${what}`, () => expect(cleanName(kept)).to.equal(kept.normalize("NFC")));
  }

  for (const [what, raw, clean] of [
    ["overrides of the direction", "\u202eann\u202c\u2066A\u2069", "annA"],
    ["joiners between letters that do not join", "A\u200dn\u200cn", "Ann"],
    ["a joiner too many", "👩\u200d\u200d👩", "👩👩"],
    ["tags that are no flag", "A\u{e0041}\u{e0042}", "A"],
    ["lines", "Ann\r\n\tBob\u2028Cat", "Ann Bob Cat"],
    ["marks in heaps", `Z${"\u0335".repeat(50)}`, `Z${"\u0335".repeat(8)}`],
    ["fillers", "\u3164\u115f\u2800", ""],
  ] as const) {
    it(`removes ${what}`, () => expect(cleanName(raw)).to.equal(clean));
  }

  it("is cut between two characters as people see them", () => {
    expect(cleanName(`${"x".repeat(60)}👨‍👩‍👧‍👦`)).to.equal("x".repeat(60));
  });

  const characters = ["😀", "👨‍👩‍👧‍👦", "🧑🏽‍🚀", "👋🏽", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🇩🇪", "1️⃣", "❤️", "❤️‍🔥", "e\u0301", "ни", "नि", "あ", "x"];
  const segmenter = Object.getOwnPropertyDescriptor(Intl, "Segmenter")!;
  afterEach(() => Object.defineProperty(Intl, "Segmenter", segmenter));

  for (const isKnown of [true, false]) {
    it(`has no half of a character at its end while it is typed, ${isKnown ? "with" : "without"} Intl.Segmenter`, () => {
      if (!isKnown) Reflect.deleteProperty(Intl, "Segmenter");
      for (const character of characters.flatMap((all) => (all === "ни" ? [...all] : [all]))) {
        for (let before = 0; before < 30; before += 1) {
          const count = Math.floor((limits.maxNameLength - before) / character.length);
          const whole = "x".repeat(before) + character.repeat(count);
          expect(cutName("x".repeat(before) + character.repeat(64)), `${before} and ${character}`).to.equal(whole);
        }
      }
    });
  }
});

describe("comparableName", () => {
  it("is equal for names that look the same but for case and width", () => {
    for (const [one, other] of [
      ["Anna", "ANNA"],
      ["Anna", "Ａｎｎａ"],
      ["Anna Maria", "AnnaMaria"],
      ["1️⃣", "1\u20e3"],
      ["café", "cafe\u0301"],
    ] as const)
      expect(comparableName(one)).to.equal(comparableName(other));
    expect(comparableName("Anna")).not.to.equal(comparableName("Anne"));
  });
});
