// The names of a safety code's emoji. People read them aloud to each other, and every system draws
// emoji differently.
import type { Language } from "../../../../messages/language.ts";

type Names = Readonly<Record<Language, string>>;

const names: Readonly<Record<string, Names>> = {
  "🐶": { en: "dog", ru: "собака" },
  "🐱": { en: "cat", ru: "кошка" },
  "🐭": { en: "mouse", ru: "мышь" },
  "🐰": { en: "rabbit", ru: "кролик" },
  "🦊": { en: "fox", ru: "лиса" },
  "🐻": { en: "bear", ru: "медведь" },
  "🐼": { en: "panda", ru: "панда" },
  "🐨": { en: "koala", ru: "коала" },
  "🐯": { en: "tiger", ru: "тигр" },
  "🦁": { en: "lion", ru: "лев" },
  "🐮": { en: "cow", ru: "корова" },
  "🐷": { en: "pig", ru: "свинья" },
  "🐸": { en: "frog", ru: "лягушка" },
  "🐵": { en: "monkey", ru: "обезьяна" },
  "🐔": { en: "chicken", ru: "курица" },
  "🐧": { en: "penguin", ru: "пингвин" },
  "🦉": { en: "owl", ru: "сова" },
  "🦄": { en: "unicorn", ru: "единорог" },
  "🐝": { en: "bee", ru: "пчела" },
  "🦋": { en: "butterfly", ru: "бабочка" },
  "🐌": { en: "snail", ru: "улитка" },
  "🐞": { en: "ladybird", ru: "божья коровка" },
  "🐢": { en: "turtle", ru: "черепаха" },
  "🐙": { en: "octopus", ru: "осьминог" },
  "🦀": { en: "crab", ru: "краб" },
  "🐬": { en: "dolphin", ru: "дельфин" },
  "🐳": { en: "whale", ru: "кит" },
  "🐘": { en: "elephant", ru: "слон" },
  "🦒": { en: "giraffe", ru: "жираф" },
  "🐪": { en: "camel", ru: "верблюд" },
  "🌵": { en: "cactus", ru: "кактус" },
  "🌲": { en: "fir tree", ru: "ёлка" },
  "🍀": { en: "clover", ru: "клевер" },
  "🍁": { en: "maple leaf", ru: "кленовый лист" },
  "🍄": { en: "mushroom", ru: "гриб" },
  "🌻": { en: "sunflower", ru: "подсолнух" },
  "🍎": { en: "apple", ru: "яблоко" },
  "🍐": { en: "pear", ru: "груша" },
  "🍊": { en: "orange", ru: "апельсин" },
  "🍋": { en: "lemon", ru: "лимон" },
  "🍌": { en: "banana", ru: "банан" },
  "🍉": { en: "watermelon", ru: "арбуз" },
  "🍇": { en: "grapes", ru: "виноград" },
  "🍓": { en: "strawberry", ru: "клубника" },
  "🍒": { en: "cherries", ru: "вишня" },
  "🍍": { en: "pineapple", ru: "ананас" },
  "🥕": { en: "carrot", ru: "морковь" },
  "🌽": { en: "maize", ru: "кукуруза" },
  "🍞": { en: "bread", ru: "хлеб" },
  "🧀": { en: "cheese", ru: "сыр" },
  "🍕": { en: "pizza", ru: "пицца" },
  "🎂": { en: "cake", ru: "торт" },
  "🚗": { en: "car", ru: "машина" },
  "🚲": { en: "bicycle", ru: "велосипед" },
  "🚀": { en: "rocket", ru: "ракета" },
  "⛵": { en: "sailing boat", ru: "парусник" },
  "🏠": { en: "house", ru: "дом" },
  "⏰": { en: "alarm clock", ru: "часы" },
  "🔑": { en: "key", ru: "ключ" },
  "🎸": { en: "guitar", ru: "гитара" },
  "🎈": { en: "balloon", ru: "воздушный шар" },
  "⚽": { en: "football", ru: "мяч" },
  "🎁": { en: "present", ru: "подарок" },
  "🌈": { en: "rainbow", ru: "радуга" },
};

interface Picture {
  readonly emoji: string;
  readonly number: number;
}

export interface NamedPicture {
  readonly picture: string;
  /** Two digits, for a device that cannot draw the picture. */
  readonly digits: string;
  readonly name: string;
}

/** An emoji without a name is its own name. */
export function nameSafetyPictures(pictures: readonly Picture[], language: Language): NamedPicture[] {
  return pictures.map(({ emoji, number }) => ({
    picture: emoji,
    digits: String(number).padStart(2, "0"),
    name: names[emoji]?.[language] ?? emoji,
  }));
}
