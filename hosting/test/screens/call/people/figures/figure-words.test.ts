import { expect } from "chai";
import { createFigureWords } from "../../../../../src/screens/call/people/figures/figure-words.ts";
import { messagesByLanguage } from "../../../../messages/messages-by-language.ts";

function wordsIn(language: "en" | "ru") {
  return createFigureWords(messagesByLanguage[language].people.figures, language);
}

/** Intl uses several kinds of spaces between digits. */
function plain(text: string): string {
  return text.replaceAll(/\s/g, " ");
}

describe("createFigureWords", () => {
  it("rounds for reading at a glance", () => {
    const words = wordsIn("en");
    expect(words.milliseconds(34.6)).to.equal("35 ms");
    expect(words.percent(0.0123)).to.equal("1.2%");
    expect(words.kilobits(1_234_567)).to.equal("1,235 kbit/s");
  });

  it("formats numbers for the language", () => {
    const words = wordsIn("ru");
    expect(plain(words.percent(0.0123))).to.equal("1,2 %");
    expect(plain(words.kilobits(12_345_678))).to.equal("12 346 кбит/с");
  });

  it("names the video's resolution, or says that there is no video", () => {
    const words = wordsIn("en");
    expect(words.resolution({ width: 640, height: 360, framesPerSecond: 24 })).to.equal("640×360, 24 frames/s");
    expect(words.resolution({ width: 0, height: 0, framesPerSecond: 0 })).to.equal("none");
  });

  it("does not guess what the browser does not report", () => {
    const words = wordsIn("en");
    expect(words.milliseconds(null)).to.equal("not known");
    expect([null, true, false].map(words.route)).to.deep.equal(["not known", "through a relay", "direct"]);
  });
});
