import { expect } from "chai";
import fc from "fast-check";
import { cleanFileName } from "../src/index.ts";

const runs = { numRuns: 2_000 };

/** What an attacker would try, among what files are called. */
const pieces = [
  ...'aZя中é .-_/\\:*?"<>|~$%',
  ...["..", "../", "C:\\", "con", "NUL", "com1", "LPT³", "conin$", ".pdf", ".exe", ".tar.gz", "😀", "n".repeat(60)],
  ...["\u202e", "\u2066", "\u200b", "\0", "\n", "\t", "\u00a0", "\u3000", "\u0301", "\ud800", "\ufeff", "\u2028"],
];
const name = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((chosen) => chosen.join("")),
  fc.string({ unit: "binary", maxLength: 300 }),
);

describe("the name of a file, cleaned", () => {
  it("is no path, no hidden file, no device and never empty, whatever was written", () => {
    fc.assert(
      fc.property(name, (raw) => {
        const clean = cleanFileName(raw);
        expect(clean).not.to.match(/[/\\:*?"<>|]/);
        expect(clean).not.to.match(/[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Zl}\p{Zp}\u200b\ufeff]/u);
        expect(clean).not.to.match(/^[\s.]|[\s.]$|^$/);
        expect(clean).not.to.match(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
      }),
      runs,
    );
  });

  it("is bounded, well-formed, and stays as it is when it is cleaned again", () => {
    fc.assert(
      fc.property(name, (raw) => {
        const clean = cleanFileName(raw);
        // It throws for half a character.
        expect(encodeURIComponent(clean).replace(/%../g, "%").length).to.be.at.most(201);
        expect(cleanFileName(clean)).to.equal(clean);
      }),
      runs,
    );
  });

  for (const [raw, clean] of [
    ["report.pdf", "report.pdf"],
    ["Отчёт за год.docx", "Отчёт за год.docx"],
    ["../../etc/passwd", "_.._etc_passwd"],
    ["C:\\Windows\\system32.dll", "C__Windows_system32.dll"],
    [".bashrc", "bashrc"],
    ["photo\u202egpj.exe", "photogpj.exe"],
    ["a.pdf            .exe", "a.pdf .exe"],
    ["nul.txt", "_nul.txt"],
    ["COM¹", "_COM¹"],
    ["console.log", "console.log"],
    ["ends with dots. . .", "ends with dots"],
    ["\u200b\u202e", "file"],
    ["...", "file"],
    [`${"n".repeat(250)}.pdf`, `${"n".repeat(196)}.pdf`],
    [`${"ю".repeat(120)}.tar.gz`, `${"ю".repeat(98)}.gz`],
    [`a.${"x".repeat(250)}`, `a.${"x".repeat(198)}`],
  ] as const)
    it(`turns ${JSON.stringify(raw.slice(0, 30))} into ${JSON.stringify(clean.slice(0, 30))}`, () => {
      expect(cleanFileName(raw)).to.equal(clean);
    });
});
