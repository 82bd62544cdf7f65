// What chat programs, mail clients, editors and people do to a link. Each damage makes the whole
// address from the path of a room and its key.

export type Damage = readonly [title: string, damage: (path: string, key: string) => string];

const whole = (path: string, key: string) => `${path}#${key}`;
const inside = (text: string, added: string, at = Math.floor(text.length / 2)) =>
  text.slice(0, at) + added + text.slice(at);
const encodeTimes = (text: string, times: number): string =>
  times === 0 ? text : encodeTimes(encodeURIComponent(text), times - 1);

/** Sentences, quotes, brackets and markup that are taken for the end of the link. */
const endings = [
  ...[
    ".",
    ",",
    ";",
    ":",
    "!",
    "?",
    "...",
    "…",
    ")",
    ").",
    "]",
    "}",
    ">",
    '"',
    "'",
    "`",
    "*",
    "**",
    "~~",
    "|",
    "\\",
    "=",
    "&",
  ],
  ...[
    "“",
    "”",
    "„",
    "«",
    "»",
    "‹",
    "›",
    "’",
    "。",
    "、",
    "，",
    "！",
    "？",
    "）",
    "」",
    "』",
    "】",
    "؟",
    "،",
    "؛",
    "۔",
    "।",
    "॥",
  ],
  ...["។", "၊", "။", "։", "՝", "׃", "፡", "።", "᠂", "᠃", "—", "–", "·", "•", "™", "👋", " 👋🏽", "❤️"],
  ...[
    " see you there",
    " — до встречи",
    "\tat ten",
    "\nAnna",
    "\r\n-- \r\nAnna",
    "\u00a0now",
    "\u3000では",
    "\u2028next",
  ],
  ...[
    "](https://meet.example/)",
    ")[1]",
    "[/url]",
    "</a>",
    "<br>",
    '">here</a>',
    "' target='_blank",
    "*_",
    "/",
    "//",
    "/.",
    "#",
    "##",
  ],
  ...[
    "&utm_source=chat",
    "?utm_source=mail&utm_medium=link",
    "&fbclid=IwAR0abcdefghijklmnopqrstuvwxyz",
    "&amp;gclid=1",
    "&quot;",
    "&gt;",
  ],
  ...[
    "&data=05%7C02%7Canna%40meet.example%7C8f2b&sdata=Zm9vYmFy%3D&reserved=0",
    "$",
    "^",
    "@",
    "+",
    "%",
    "%%",
    "%2",
    "%E2%80",
    "%AD",
    "%A0",
  ],
];

/** Nobody sees them. */
const invisibles = ["\u00ad", "\u034f", "\u061c", "\u180e", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f"].concat([
  "\u202a",
  "\u202b",
  "\u202c",
  "\u202d",
  "\u202e",
  "\u2060",
  "\u2061",
  "\u2066",
  "\u2067",
  "\u2068",
  "\u2069",
  "\ufeff",
  "\ufe0f",
  "\0",
]);

const searches = ["?utm_source=chat", "?fbclid=IwAR0abcdefghijklmnopqrstuvwxyz", "?a=1&amp;b=2", "?", "?lang=ru&x=%20"];

const paths: readonly Damage[] = [
  ...[
    "/R/",
    "//r/",
    "/r//",
    "///R///",
    "/r/./",
    "/r%2F",
    "%2Fr%2F",
    "/r%252F",
    "／r／",
    "/r/ ",
    "/r/<",
    "/r/{",
    "/r/%22",
  ].map((start): Damage => [
    `${start} before the room`,
    (path, key) => (start.startsWith("/") ? "" : "/") + whole(path.replace("/r/", start), key),
  ]),
  ["a room in capitals", (path, key) => whole(`/r/${path.slice(3).toUpperCase()}`, key)],
  ["a link in capitals but for its key", (path, key) => whole(path.toUpperCase(), key)],
  ["a room without hyphens", (path, key) => whole(`/r/${path.slice(3).replaceAll("-", "")}`, key)],
  ...["‐", "‑", "‒", "–", "—", "−", "－", "\n-", "-\r\n", "%0A-", "- ", "%3D%0D%0A-"].map((dash): Damage => [
    `${JSON.stringify(dash)} for the room's hyphens`,
    (path, key) => whole(path.replaceAll("-", dash), key),
  ]),
  ...[".", "/", "/.", ")", "%20", "%3E", ",", "x", "/more"].map((ending): Damage => [
    `${ending} after the room`,
    (path, key) => whole(path + ending, key),
  ]),
  ...searches.map((search): Damage => [`${search} before the key`, (path, key) => whole(path + search, key)]),
];

const hashes: readonly Damage[] = [
  ...[
    "%23",
    "%2523",
    "%252523",
    "&#35;",
    "&#x23;",
    "&num;",
    "&amp;#35;",
    "＃",
    "﹟",
    "\\#",
    "##",
    "#/",
    "# ",
    "#<",
    "#%20",
    "#&nbsp;",
    "#%3D%0A",
    "/#",
    "?#",
    ".#",
  ].map((hash): Damage => [`${hash} for #`, (path, key) => path + hash + key]),
  ...searches.map((search): Damage => [`${search} before an encoded #`, (path, key) => `${path}${search}%23${key}`]),
];

const keys: readonly Damage[] = [
  ...endings.map((ending): Damage => [
    `${JSON.stringify(ending)} after the key`,
    (path, key) => whole(path, key) + ending,
  ]),
  ...endings.map((ending): Damage => [
    `an encoded ${JSON.stringify(ending)} after the key`,
    (path, key) => whole(path, key) + encode(ending),
  ]),
  ["another fragment before the key", (path, key) => whole(`${path}?from=%23top`, key)],
  ["words that touch the key", (path, key) => `${whole(path, key)}See`],
  ["an escaped key", (path, key) => whole(path, key.replace(/[-_]/g, "\\$&"))],
  ["a key encoded letter by letter", (path, key) => whole(path, everyLetter(key))],
  ["a key folded by a text box", (path, key) => whole(path, inside(key, "\r\n"))],
  ["a key folded by mail", (path, key) => whole(path, inside(key, "%3D%0D%0A"))],
  ["a key with &lowbar;", (path, key) => whole(path, key.replaceAll("_", "&lowbar;"))],
  ["a key with other hyphens", (path, key) => whole(path, key.replaceAll("-", "‑"))],
];

const unseen = invisibles.flatMap((character): Damage[] => {
  const name = `U+${character.codePointAt(0)!.toString(16)}`;
  return [
    [`${name} inside the key`, (path, key) => whole(path, inside(key, character))],
    [`${name} around the key`, (path, key) => whole(path, character + key + character)],
    [`an encoded ${name} inside the room`, (path, key) => whole(inside(path, encodeURIComponent(character)), key)],
    [`a twice encoded ${name} inside the key`, (path, key) => whole(path, inside(key, encodeTimes(character, 2)))],
  ];
});

const entities = ["&shy;", "&#173;", "&#xAD;", "&#8203;", "&zwnj;", "&zwj;", "&amp;shy;"].map((name): Damage => [
  `${name} inside the key`,
  (path, key) => whole(path, inside(key, name)),
]);

/** Links that were put into other links, and opened without having been taken out again. */
const wrapped: readonly Damage[] = [1, 2, 3].flatMap((times): Damage[] => [
  [
    `a link encoded ${times} times as a path`,
    (path, key) => `/${encodeTimes(`https://meet.example${whole(path, key)}`, times)}`,
  ],
  [
    `a link encoded ${times} times behind a warning page`,
    (path, key) => `/?url=${encodeTimes(`https://meet.example${whole(path, key)}`, times)}&data=05%7C02&reserved=0`,
  ],
]);

function encode(text: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(text));
  } catch {
    return encodeURIComponent(text);
  }
}

function everyLetter(text: string): string {
  return text.replace(/./g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
}

/** The room and the key are whole in each of them. */
export const damages: readonly Damage[] = [...paths, ...hashes, ...keys, ...unseen, ...entities, ...wrapped];
export { endings };
