// Everything that a check can find has a text, in every language.
import { readdirSync, readFileSync } from "node:fs";
import { expect } from "chai";
import type { Finding, Line } from "../../../src/check/finding.ts";
import { sayFinding } from "../../../src/screens/check/say-finding.ts";
import { languages, messagesByLanguage } from "../../messages/messages-by-language.ts";

const folder = new URL("../../../src/check/", import.meta.url);
const source = readdirSync(folder)
  .map((name) => readFileSync(new URL(name, folder), "utf8"))
  .join("\n");

/** From the sources: find("camera", "look", "still"), with either end of a choice. */
const found = [...source.matchAll(/find\(\s*"(\w+)",([^;)]*)/g)].flatMap(([, line, rest = ""]) => {
  const codes = [...rest.matchAll(/"([\w-]+)"/g)].map(([, code]) => code!);
  const isVerdict = (code: string) => code === "look" || code === "failed";
  return codes.filter((code) => !isVerdict(code)).map((code) => ({ line: line as Line, code }));
});
const problems = ["denied", "blocked", "dismissed", "missing", "in-use", "unsupported", "unknown", "unanswered"];
const ofDevices = (["camera", "microphone"] as const).flatMap((line) => problems.map((code) => ({ line, code })));
const ofAll = (["camera", "call"] as const).flatMap((line) => [
  { line, code: "broken" },
  { line, code: "no-webrtc" },
]);

describe("sayFinding", () => {
  it("knows every finding of the sources", () => {
    expect(found.length).to.be.greaterThan(35);
    expect(new Set(found.map(({ line }) => line)).size).to.equal(12);
  });

  for (const language of languages) {
    it(`has a text for each in "${language}"`, () => {
      for (const each of [...found, ...ofDevices, ...ofAll]) {
        const finding: Finding = { ...each, verdict: "look", figures: {} };
        expect(sayFinding(finding, messagesByLanguage[language]!.check), JSON.stringify(each)).to.not.equal("");
      }
    });
  }

  it("says figures in their order, and words one after another", () => {
    const finding: Finding = {
      line: "codecs",
      verdict: "ok",
      code: "ok",
      figures: { sent: ["VP8", "VP9"], received: ["AV1"] },
    };
    expect(sayFinding(finding, messagesByLanguage.en.check)).to.equal(
      "Pictures are sent as VP8, VP9, and received as AV1.",
    );
  });

  it("calls features what people call them", () => {
    const figures = { missing: ["Web Locks", "Full screen"], present: [] } as const;
    const finding: Finding = { line: "features", verdict: "look", code: "missing", figures };
    expect(sayFinding(finding, messagesByLanguage.en.check)).to.include("noticing other tabs, full screen.");
  });
});
