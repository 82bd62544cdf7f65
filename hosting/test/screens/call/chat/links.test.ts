import { expect } from "chai";
import { findLinks } from "../../../../src/screens/call/chat/links.ts";

/** Each link as [shown text, where it leads]. */
const linksIn = (text: string) =>
  findLinks(text).flatMap(({ text: shown, href }) => (href === null ? [] : [[shown, href]]));

describe("findLinks", () => {
  const same = [
    "https://example.com/",
    "http://example.com/a?b=c&d=e#f",
    "https://example.com/a_(b)",
    "mailto:a@b.example",
  ];
  for (const url of same) it(`links ${url}`, () => expect(linksIn(`see ${url} now`)).to.deep.equal([[url, url]]));

  const trimmed: readonly (readonly [text: string, shown: string])[] = [
    ["Look: https://example.com/a.", "https://example.com/a"],
    ["(https://example.com/a)", "https://example.com/a"],
    ["(see https://example.com/a_(b))!", "https://example.com/a_(b)"],
    ["«https://example.com/a»", "https://example.com/a"],
    ["**https://example.com/a**,", "https://example.com/a"],
    ['<a href="https://example.com/a">', "https://example.com/a"],
    ["смотриhttps://example.com/a", "https://example.com/a"],
    ["https://example.com/a\nhttps", "https://example.com/a"],
    ["javascript:https://example.com/a", "https://example.com/a"],
  ];
  for (const [text, shown] of trimmed)
    it(`finds ${shown} in ${text}`, () => expect(linksIn(text)).to.deep.equal([[shown, shown]]));

  const plain = [
    "javascript:alert(1)",
    "JaVaScRiPt://example.com/%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:https",
    "ftp://example.com",
    "example.com",
    "www.example.com",
    "https://",
    "https://:80",
    "https://[::",
    "https://evil@good.example",
    "https://bank.example@evil.example/",
    "https://user:password@example.com/",
    "https://:password@example.com/",
    "https://@",
    "mailto:",
    "mailto:a@b@c",
    `https://example.com/${"a".repeat(2_000)}`,
  ];
  for (const text of plain)
    it(`leaves ${text.slice(0, 50)} as text`, () => {
      expect(linksIn(text)).to.deep.equal([]);
      expect(
        findLinks(text)
          .map((segment) => segment.text)
          .join(""),
      ).to.equal(text);
    });

  const hosts: readonly (readonly [shown: string, host: string | null])[] = [
    ["https://example.com/", null],
    ["HTTPS://Example.COM/Path", null],
    ["https://example.com:8443/", null],
    ["https://bank.example.evil.example/", null],
    // Cyrillic letters that look like Latin ones.
    ["https://аррӏе.com/", "xn--80ak6aa92e.com"],
    ["https://пример.рф/путь", "xn--e1afmkfd.xn--p1ai"],
    ["https://ex%61mple.com/", "example.com"],
    ["https://example。com/", "example.com"],
    ["http://2130706433/", "127.0.0.1"],
    ["http://0x7f.1:8080/", "127.0.0.1:8080"],
    ["https:///evil.example/", "evil.example"],
  ];
  for (const [shown, host] of hosts)
    it(`says of ${shown} that it leads to ${host ?? "what it shows"}`, () =>
      expect(findLinks(shown).map((segment) => segment.host)).to.deep.equal([host]));

  it("keeps every character, in order", () => {
    const text = "a https://x.example/, b\n(mailto:c@d.example) e https://u@v f";
    expect(
      findLinks(text)
        .map((segment) => segment.text)
        .join(""),
    ).to.equal(text);
    expect(linksIn(text).length).to.equal(2);
  });

  it("makes at most 50 links of one text, and loses nothing of it", () => {
    const text = "http://a.example ".repeat(200);
    expect(linksIn(text).length).to.equal(50);
    expect(
      findLinks(text)
        .map((segment) => segment.text)
        .join(""),
    ).to.equal(text);
  });

  it("reads what is made to be slow in the time of any other text", () => {
    // Each of these would take seconds if a step went over the whole text for each character.
    const slow = ["https://" + ")".repeat(3_990), "https://" + ".".repeat(3_980) + "a", "https://".repeat(500)];
    for (let turn = 0; turn < 100; turn += 1) for (const text of slow) findLinks(text);
  });
});
