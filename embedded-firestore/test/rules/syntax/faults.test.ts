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
    ["lacks a semicolon", room("allow read: if true\nallow write: if true;"), /missing ';' after allow/, 5, 20],
    ["lacks the last semicolon", room("allow read: if true"), /missing ';'/, 5, 20],
    ["lacks a semicolon after let", room("function f() { let a = 1 return a; }"), /missing ';' after let/],
    ["lacks a colon", room("allow read if true;"), /missing ':'/, 5, 11],
    ["lacks an if", room("allow read: true;"), /missing 'if'/, 5, 13],
    ["has an unknown method", room("allow raed: if true;"), /unknown method 'raed'/, 5, 7],
    ["has an unknown name", room("allow read: if reqest.auth != null;"), /unknown name 'reqest'.*'request'/, 5, 16],
    ["uses a capture of another block", inDocuments("match /a/{x} {}\nmatch /b/{y} { allow read: if x == y; }"), /'x'/],
    [
      "has an unknown function",
      room("allow read: if isOwnr();\nfunction isOwner() { return true; }"),
      /'isOwner'/,
      5,
      16,
    ],
    [
      "has an unknown method of a value",
      room("allow read: if room.sise() > 1;"),
      /no type has a method 'sise'.*'size'/,
      5,
    ],
    ["has an unknown function of a namespace", room("allow read: if math.abss(1) > 1;"), /'math.abss'.*'abs'/, 5],
    ["has an unknown type", room("allow read: if room is text;"), /unknown type 'text'/, 5, 24],
    ["uses a namespace as a value", room("allow read: if math == 1;"), /namespace/],
    ["uses a function as a value", room("function f() { return 1; }\nallow read: if f == 1;"), /call it with/, 6],
    [
      "declares a function twice",
      room("function f() { return 1; }\nfunction f() { return 2; }"),
      /'f' is declared twice/,
      6,
      10,
    ],
    ["declares a parameter twice", room("function f(a, a) { return 1; }"), /'a' is declared twice/],
    ["declares a variable twice", room("function f(a) { let a = 1; return a; }"), /'a' is declared twice/],
    ["uses a variable before it is there", room("function f() { let a = b; let b = 1; return a; }"), /'b'/],
    [
      "passes too few arguments",
      room("function f(a) { return a; }\nallow read: if f();"),
      /takes 1 argument, not 0/,
      6,
      16,
    ],
    ["passes too many arguments", room("allow read: if exists(/a/b, 1);"), /takes 1 argument, not 2/],
    ["passes a method too few arguments", room("allow read: if {}.get('a');"), /'get' takes 2/],
    ["passes a namespace too few arguments", room("allow read: if duration.value(1) == 1;"), /takes 2/],
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
    const source = room("allow read: if reqest.auth != null;");
    expect(() => compileRules(source)).to.throw(
      /^5:16 unknown name 'reqest'; did you mean 'request'\?\nallow read: if reqest.*\n {15}\^$/,
    );
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
