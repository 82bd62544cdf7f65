import { expect } from "chai";
import { messagesByLanguage } from "../messages/messages-by-language.ts";
import { chooseLanguage } from "../../src/messages/language.ts";
import { startMessages } from "../../src/messages/start.ts";

/** Each message by its path. Functions are called with 1, so that every leaf is a text. */
function readLeaves(value: unknown, path = ""): Map<string, string> {
  if (typeof value === "string") return new Map([[path, value]]);
  if (typeof value === "function") return new Map([[`${path}()`, String((value as (count: number) => string)(1))]]);
  const leaves = new Map<string, string>();
  for (const [key, child] of Object.entries(value as object)) {
    for (const [at, text] of readLeaves(child, `${path}.${key}`)) leaves.set(at, text);
  }
  return leaves;
}

describe("messages", () => {
  const en = readLeaves(messagesByLanguage.en);
  const ru = readLeaves(messagesByLanguage.ru);

  it("have the same keys in both languages", () => {
    expect([...ru.keys()]).to.deep.equal([...en.keys()]);
  });

  it("are never empty", () => {
    for (const leaves of [en, ru]) for (const [path, text] of leaves) expect(text.trim(), path).to.not.equal("");
  });

  it("are written in their own language", () => {
    for (const [path, text] of en) if (path !== ".language.other") expect(text, path).to.not.match(/[а-яё]/i);
    const sameInBoth = [...ru].filter(([path, text]) => en.get(path) === text).map(([path]) => path);
    expect(sameInBoth).to.deep.equal([".title"]);
  });

  it("use Russian plural forms", () => {
    const { inside } = messagesByLanguage.ru.lobby;
    expect([1, 2, 5, 11, 21].map(inside)).to.deep.equal([
      "В комнате 1 участник",
      "В комнате 2 участника",
      "В комнате 5 участников",
      "В комнате 11 участников",
      "В комнате 21 участник",
    ]);
  });

  it("keep the given tagline and button of the start screen", () => {
    expect(startMessages.ru).to.include({ line: "Быстрая коммуникация для эффективных людей.", go: "Начать встречу" });
    expect(startMessages.en).to.include({ line: "Fast communication for effective people.", go: "Start a meeting" });
  });
});

describe("chooseLanguage", () => {
  it("prefers the remembered choice", () => {
    expect(chooseLanguage("en", ["ru-RU"])).to.equal("en");
  });

  it("takes the first supported language of the browser", () => {
    expect(chooseLanguage(null, ["de-DE", "ru-RU", "en"])).to.equal("ru");
  });

  it("falls back to English, even for an unknown remembered value", () => {
    expect(chooseLanguage("tlh", ["de"])).to.equal("en");
  });
});
