import { expect } from "chai";
import { writeSafetyCode } from "../../../../../src/call/verification/safety-code.ts";
import { nameSafetyPictures } from "../../../../../src/screens/call/people/safety/safety-pictures.ts";
import { languages, messagesByLanguage } from "../../../../messages/messages-by-language.ts";

/** Every emoji that a code can contain, each four times. */
const codes = Array.from({ length: 64 }, (_, index) => writeSafetyCode(new Uint8Array(4).fill(index)));

describe("nameSafetyPictures", () => {
  for (const language of languages) {
    it(`gives every picture of a code a name of its own in ${language}`, () => {
      const { safetyPictures } = messagesByLanguage[language]!;
      const names = codes.map((code) => nameSafetyPictures(code, safetyPictures)[0]!.name);
      for (const name of names) expect(name).to.match(language === "en" ? /^[a-z ]+$/ : /^[\p{L}’ ]+$/u);
      expect(new Set(names).size).to.equal(64);
    });
  }

  it("keeps the order of the code", () => {
    const code = writeSafetyCode(new Uint8Array([4, 16, 58, 57]));
    const named = nameSafetyPictures(code, messagesByLanguage.en.safetyPictures);
    expect(named.map(({ name }) => name)).to.deep.equal(["fox", "owl", "key", "alarm clock"]);
    expect(named.map(({ picture }) => picture).join("")).to.equal("🦊🦉🔑⏰");
    expect(named.map(({ digits }) => digits)).to.deep.equal(["04", "16", "58", "57"]);
  });
});
