import { expect } from "chai";
import { compileRules } from "../../../src/rules/index.ts";
import { expectFault, inDocuments } from "../expect.ts";

const room = (body: string): string => inDocuments(`match /rooms/{room} {\n${body}\n}`);

describe("an invalid rules file", () => {
  const faults: [title: string, source: string, reason: RegExp, line?: number, column?: number][] = [
    ["is empty", "", /service cloud.firestore/, 1, 1],
    ["has no service", "rules_version = '2';", /service/],
    ["names another service", "service firebase.storage {}", /cloud.firestore/, 1, 9],
    ["names another version", "rules_version = '3';\nservice cloud.firestore {}", /'1' or '2'/, 1, 17],
    ["names the version twice", "rules_version = '2';\nrules_version = '2';\nservice cloud.firestore {}", /once/, 2, 1],
    ["goes on after the service", "service cloud.firestore {}\nmatch /a/b {}", /nothing may follow/, 2, 1],
    ["has two services", "service cloud.firestore {}\nservice cloud.firestore {}", /nothing may follow/, 2, 1],
    ["lacks an operator", room("allow read: if true true;"), /missing ';' after allow/, 5, 20],
    ["lacks a semicolon after let", room("function f() { let a = 1 return a; }"), /missing ';' after let/],
    ["lacks a colon", room("allow read if true;"), /missing ':'/, 5, 11],
    ["lacks an if", room("allow read: true;"), /missing 'if'/, 5, 13],
    ["has an unknown method", room("allow raed: if true;"), /unknown method 'raed'/, 5, 7],
    ["has a type that is no name", room("allow read: if room is 1;"), /the type after 'is' is missing/, 5, 24],
    [
      "declares a function twice",
      room("function f() { return 1; }\nfunction f() { return 2; }"),
      /'f' is declared twice/,
      6,
      10,
    ],
    ["declares a parameter twice", room("function f(a, a) { return 1; }"), /'a' is declared twice/],
    ["declares a variable twice", room("function f(a) { let a = 1; return a; }"), /'a' is declared twice/],
    ["has a function without return", room("function f() { }"), /'return' is missing/],
    ["has a function that calls itself", room("function f() { return f(); }"), /calls itself/],
    [
      "has functions that call each other",
      room("function f() { return g(); }\nfunction g() { return f(); }"),
      /calls itself/,
    ],
    ["has a path without a slash", inDocuments("match rooms/{room} {}"), /begins with '\/'/, 4, 7],
    ["has a path without match", inDocuments("/rooms/{room} {}"), /'match' is missing/, 4],
    ["has an empty segment", inDocuments("match /rooms//{room} {}"), /missing here|begins|after the match path|'\{'/],
    ["ends a path with a slash", inDocuments("match /rooms/ {}"), /segment is missing/, 4, 14],
    ["has a wrong capture", inDocuments("match /rooms/{room=*} {}"), /\{name\} or \{name=\*\*\}/, 4, 14],
    ["has a capture twice", inDocuments("match /rooms/{a}/users/{a} {}"), /twice/, 4],
    ["has an expression in a match path", inDocuments("match /rooms/$(a) {}"), /no expressions/, 4],
    ["has two recursive captures", inDocuments("match /{a=**}/b/{c=**} {}"), /one \{name=\*\*\} at most/],
    ["has a recursive capture early in version 1", inDocuments("match /{a=**}/b/{c} {}", "1"), /rules_version = '2'/],
    ["has a capture in an expression", room("allow read: if exists(/rooms/{room});"), /\$\(expression\)/],
    ["has a half binding", room("allow read: if exists(/rooms/$room);"), /\$\(expression\)/],
    ["mixes text and binding", room("allow read: if exists(/rooms/$(room)x);"), /either text or/],
    ["leaves a binding open", room("allow read: if exists(/rooms/$(room;"), /never closed|missing '\)'/],
    ["leaves a string open", room("allow read: if room == 'abc;"), /string is never closed/, 5, 24],
    ["leaves a comment open", room("allow read; /* never"), /comment is never closed/, 5],
    ["leaves a parenthesis open", room("allow read: if (true;"), /missing '\)'/, 5],
    ["leaves a block open", "service cloud.firestore {\n", /missing '}'/],
    ["has a stray character", room("allow read: if room # 1;"), /unexpected character '#'/, 5, 21],
    ["has a single ampersand", room("allow read: if true & true;"), /unexpected character '&'/],
    ["has an assignment for a comparison", room("allow read: if room = 'a';"), /missing ';'/],
    ["has a number too large", room("allow read: if 9223372036854775808 > 0;"), /64 bits/, 5, 16],
    ["lacks an operand", room("allow read: if true && ;"), /expression is missing, found ';'/, 5, 24],
    ["uses a keyword as a name", room("allow read: if match == 1;"), /keyword|missing/],
    ["allows outside a match", "service cloud.firestore { allow read; }", /inside a match/],
    ["has eight parameters", room("function f(a,b,c,d,e,g,h,i) { return 1; }"), /at most 7/],
    ["nests too deeply", room(`allow read: if ${"(".repeat(200)}true${")".repeat(200)};`), /nested too deeply/],
    ["is too long", `// ${"x".repeat(300_000)}`, /256 kB/],
  ];
  for (const [title, source, reason, line, column] of faults) {
    it(`${title}: it is rejected, with the position`, () => expectFault(source, reason, line, column));
  }

  it("is shown with its line and a caret", () => {
    const source = room("allow raed: if true;");
    expect(() => compileRules(source)).to.throw(/^5:7 unknown method 'raed'.*\nallow raed: if true;\n {6}\^$/);
  });
});

describe("a rules file", () => {
  const good: [title: string, source: string][] = [
    ["without a version", "service cloud.firestore {}"],
    ["with comments", "// a\n/* b\n */ service cloud.firestore { // c\n match /a/{b} { allow read; } /**/ }"],
    ["with double quotes", 'rules_version = "2"; service cloud.firestore { }'],
    [
      "with functions outside the service",
      "function f() { return true; } service cloud.firestore { match /a/{b} { allow read: if f(); } }",
    ],
    ["without semicolons after allow", room("allow write: if false\nallow read: if true")],
    ["without a semicolon before match", inDocuments("match /a/{b} { allow read\nmatch /c/{d} { allow get } }")],
    ["without a semicolon before function", room("allow read: if f()\nfunction f() { return true; }")],
    ["without the semicolon after the last return", room("function f() { return true }\nallow read: if f();")],
    [
      "with a function declared after its use",
      room("allow read: if f();\nfunction f() { return g(); }\nfunction g() { return true; }"),
    ],
    [
      "with the same function name in two blocks",
      inDocuments("function f() { return 1; } match /a/{b} { function f() { return 2; } }"),
    ],
    ["with a trailing comma", room("allow read: if [1, 2,].size() == 2 && {'a': 1,}.size() == 1;")],
    ["with a variable named as a namespace", room("function f(duration) { return duration.seconds() > 1; }")],
    ["with Windows line ends", room("allow read: if true;").replaceAll("\n", "\r\n")],
    [
      "with hyphens and dots in a path",
      inDocuments("match /my-rooms.v2/{room} { allow read: if exists(/databases/(default)/documents/a-b/c.d); }"),
    ],
    ["with division beside paths", room("allow read: if 4 / 2 == 2 && [4][0] / 2 == 2 && (4) / 2 == 2;")],
  ];
  for (const [title, source] of good) it(`${title} is accepted`, () => void compileRules(source));
});
