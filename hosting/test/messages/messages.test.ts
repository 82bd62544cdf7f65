import { expect } from "chai";
import { languages, messagesByLanguage } from "../messages/messages-by-language.ts";
import { sameAsEnglish } from "./same-as-english.ts";
import { chooseLanguage } from "../../src/messages/language.ts";

type Leaf = string | ((...values: unknown[]) => string);

function readLeaves(value: unknown, path = ""): Map<string, Leaf> {
  if (typeof value === "string" || typeof value === "function") return new Map([[path, value as Leaf]]);
  return new Map(
    Object.entries(value as object).flatMap(([key, child]) => [
      ...readLeaves(child, path === "" ? key : `${path}.${key}`),
    ]),
  );
}

const leavesOf = (language: string) => readLeaves(messagesByLanguage[language]);
const english = leavesOf("en");
/** Different numbers, which are also found as names in a text. */
const values = [61, 72, 83, 94];
const speak = (leaf: Leaf) => (typeof leaf === "string" ? leaf : String(leaf(...values)));
/** Which of the values a text says. */
const saidBy = (leaf: Leaf) => values.filter((value) => speak(leaf).includes(String(value)));

const inside: Readonly<Record<string, readonly string[]>> = {
  en: [
    "1 person is inside",
    "2 people are inside",
    "5 people are inside",
    "11 people are inside",
    "21 people are inside",
  ],
  ru: [
    "В комнате 1 участник",
    "В комнате 2 участника",
    "В комнате 5 участников",
    "В комнате 11 участников",
    "В комнате 21 участник",
  ],
  de: [
    "1 Person ist im Raum",
    "2 Personen sind im Raum",
    "5 Personen sind im Raum",
    "11 Personen sind im Raum",
    "21 Personen sind im Raum",
  ],
  es: [
    "Hay 1 persona en la sala",
    "Hay 2 personas en la sala",
    "Hay 5 personas en la sala",
    "Hay 11 personas en la sala",
    "Hay 21 personas en la sala",
  ],
  uk: [
    "У кімнаті 1 учасник",
    "У кімнаті 2 учасники",
    "У кімнаті 5 учасників",
    "У кімнаті 11 учасників",
    "У кімнаті 21 учасник",
  ],
};
const oneAndAHalf: Readonly<Record<string, string>> = {
  en: "1.5 people are inside",
  ru: "В комнате 1,5 участника",
  de: "1,5 Personen sind im Raum",
  es: "Hay 1,5 personas en la sala",
  uk: "У кімнаті 1,5 учасника",
};

for (const language of languages) {
  describe(`the texts of "${language}"`, () => {
    const leaves = leavesOf(language);
    const { start, lobby } = messagesByLanguage[language]!;

    it("have the keys of English, and none besides", () => {
      expect([...leaves.keys()].sort()).to.deep.equal([...english.keys()].sort());
    });

    it("say the names and numbers that English says", () => {
      for (const [path, leaf] of english) {
        expect(typeof leaves.get(path), path).to.equal(typeof leaf);
        expect(saidBy(leaves.get(path)!), path).to.deep.equal(saidBy(leaf));
      }
    });

    it("are never empty", () => {
      for (const [path, leaf] of leaves) expect(speak(leaf).trim(), path).to.not.equal("");
    });

    it("are written in their own language", () => {
      if (language === "en") return;
      const same = [...leaves]
        .filter(([path, leaf]) => speak(english.get(path)!) === speak(leaf))
        .map(([path]) => path);
      const allowed = [...(sameAsEnglish["every language"] ?? []), ...(sameAsEnglish[language] ?? [])];
      expect(same.filter((path) => !allowed.includes(path))).to.deep.equal([]);
      expect(allowed.filter((path) => english.has(path) && !same.includes(path))).to.deep.equal([]);
    });

    it("are in the alphabet of the language, and name it in itself", () => {
      const hasCyrillic = new Set(["ru", "uk"]).has(language);
      for (const [path, leaf] of leaves) {
        if (!hasCyrillic) expect(speak(leaf), path).to.not.match(/\p{Script=Cyrillic}/u);
        if (language === "uk") expect(speak(leaf), path).to.not.match(/[ыэёъ]/i);
        if (language === "ru") expect(speak(leaf), path).to.not.match(/[іїєґ]/i);
      }
      const named = new Intl.DisplayNames(language, { type: "language" }).of(language);
      expect(start.name.toLowerCase()).to.equal(named?.toLowerCase());
    });

    it("follow the plural rules of the language", () => {
      expect([1, 2, 5, 11, 21].map(lobby.inside)).to.deep.equal(inside[language]);
      // A space that does not break stands in some numbers.
      expect(lobby.inside(1.5)).to.equal(oneAndAHalf[language]);
    });

    it("have a short line for the button, and are not much longer than English", () => {
      expect(start.go.length).to.be.lessThan(26);
      for (const [path, leaf] of leaves) {
        const most = Math.max(34, speak(english.get(path)!).length * 1.75);
        expect(speak(leaf).length, `${path}: ${speak(leaf)}`).to.be.lessThan(most);
      }
    });

    it("name every picture of a safety code differently", () => {
      const names = Object.values(messagesByLanguage[language]!.safetyPictures);
      expect(new Set(names).size).to.equal(names.length);
    });
  });
}

describe("messages", () => {
  it("keep the given tagline and button of the start screen", () => {
    const { en, ru } = messagesByLanguage;
    expect(ru.start).to.include({ line: "Быстрая коммуникация для эффективных людей.", go: "Начать встречу" });
    expect(en.start).to.include({ line: "Fast communication for effective people.", go: "Start a meeting" });
  });
});

describe("chooseLanguage", () => {
  const choose = (remembered: string | null, preferred: readonly string[]) =>
    chooseLanguage(["en", "pt-BR", "ru"], remembered, preferred);

  it("prefers the remembered choice", () => {
    expect(choose("en", ["ru-RU"])).to.equal("en");
  });

  it("takes the first supported language of the browser", () => {
    expect(choose(null, ["de-DE", "ru-RU", "en"])).to.equal("ru");
  });

  it("knows the language of a region, and a region of its own", () => {
    expect(choose(null, ["ru-KZ"])).to.equal("ru");
    expect(choose(null, ["pt-br", "en"])).to.equal("pt-BR");
    expect(choose(null, ["pt-PT", "en"])).to.equal("en");
  });

  it("falls back to English, even for an unknown remembered value", () => {
    expect(choose("tlh", ["de"])).to.equal("en");
  });
});
