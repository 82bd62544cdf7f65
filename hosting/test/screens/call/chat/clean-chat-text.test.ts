import { limits } from "@meetogram/contract";
import { expect } from "chai";
import { cleanChatText, excessOf } from "../../../../src/screens/call/chat/clean-chat-text.ts";

describe("cleanChatText", () => {
  const table: readonly (readonly [what: string, raw: string, clean: string])[] = [
    ["keeps line breaks", "one\n\ntwo\nthree", "one\n\ntwo\nthree"],
    ["knows every kind of line break", "a\r\nb\rc\u2028d\u2029e\vf\fg\u0085h", "a\nb\nc\nd\ne\nf\ng\nh"],
    ["keeps one empty line of several", "a\n\n\n\n\nb", "a\n\nb"],
    ["cuts the ends, and keeps the first indent", "\n\n  code\n  more  \n\n", "  code\n  more"],
    ["removes halves of characters", "a\ud800b\udc00c", "abc"],
    ["removes controls", "a\u0000b\u001b[31mc\u007f\u009f", "ab[31mc"],
    ["turns a tab into a space", "a\tb", "a b"],
    ["removes what turns text", "a\u202eb\u2066c\u2069\u200f", "abc"],
    ["removes what hides text", "a\u{e0041}\u{e0042}b\u200bc\ufeff", "abc"],
    ["keeps joined pictures and flags", "👩🏽‍🚀 ❤️ 1️⃣ 🏴󠁧󠁢󠁳󠁣󠁴󠁿 👨‍👩‍👧", "👩🏽‍🚀 ❤️ 1️⃣ 🏴󠁧󠁢󠁳󠁣󠁴󠁿 👨‍👩‍👧"],
    ["keeps joiners of scripts", "می‌خواهم", "می‌خواهم"],
    ["bounds marks on a letter", `a${"\u0301".repeat(100)}`, `a${"\u0301".repeat(8)}`],
    ["leaves markup as text", "<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"],
  ];
  for (const [what, raw, clean] of table) it(what, () => expect(cleanChatText(raw)).to.equal(clean));

  it("changes nothing the second time, and never makes a text longer", () => {
    const parts = ["a", "\u200d", "👩", "🚀", "\ufe0f", "\n", "\r", " ", "\u0301", "\u202e", "\ud83d", "م", "\u200c"];
    let seed = 7;
    for (let run = 0; run < 2_000; run += 1) {
      const raw = Array.from({ length: 12 }, () => parts[(seed = (seed * 48_271) % 2_147_483_647) % parts.length]).join(
        "",
      );
      const clean = cleanChatText(raw);
      expect(cleanChatText(clean)).to.equal(clean);
      expect(clean.length).to.be.at.most(raw.length);
    }
  });

  it("shows at most 100 lines, and loses no words", () => {
    const words = Array.from({ length: 500 }, (_, index) => `line${index}`);
    const clean = cleanChatText(words.join("\n"));
    expect(clean.split("\n").length).to.equal(100);
    expect(clean.split(/\s/)).to.deep.equal(words);
  });
});

describe("excessOf", () => {
  it("counts what is sent, not what was typed", () => {
    expect(excessOf("a".repeat(limits.maxChatLength))).to.equal(0);
    expect(excessOf(`${"a".repeat(limits.maxChatLength)}b`)).to.equal(1);
    expect(excessOf(`  \n${"a".repeat(limits.maxChatLength)}\n  \n`)).to.be.at.most(2);
    expect(excessOf("")).to.equal(-limits.maxChatLength);
  });
});
