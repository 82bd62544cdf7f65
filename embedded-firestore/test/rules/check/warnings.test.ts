import { expect } from "chai";
import { compileRules } from "../../../src/rules/index.ts";
import { decideWithFunctions, inDocuments, lookupOf, requestOf } from "../expect.ts";

const room = (body: string): string => inDocuments(`match /rooms/{room} {\n${body}\n}`);

describe("a warning", () => {
  const warned: [title: string, source: string, reason: RegExp, line?: number, column?: number][] = [
    ["an unknown name", room("allow read: if reqest.auth != null;"), /unknown name 'reqest'.*'request'/, 5, 16],
    ["a capture of another block", inDocuments("match /a/{x} {}\nmatch /b/{y} { allow read: if x == y; }"), /'x'/, 5],
    [
      "an unknown function",
      room("allow read: if isOwnr();\nfunction isOwner() { return true; }"),
      /unknown function 'isOwnr'.*'isOwner'/,
      5,
      16,
    ],
    ["an unknown method", room("allow read: if room.sise() > 1;"), /no type has a method 'sise'.*'size'/, 5, 21],
    ["a method of another product", room("allow read: if room.isString();"), /'isString'/, 5, 21],
    ["an unknown function of a namespace", room("allow read: if math.abss(1) > 1;"), /'math.abss'.*'abs'/, 5, 21],
    ["an unknown type", room("allow read: if room is text;"), /unknown type 'text'/, 5, 24],
    ["a namespace as a value", room("allow read: if math == 1;"), /namespace/, 5, 16],
    ["a function as a value", room("function f() { return 1; }\nallow read: if f == 1;"), /call it with/, 6, 16],
    ["a variable before it is there", room("function f() { let a = b; let b = 1; return a; }"), /'b'/, 5, 24],
    ["too few arguments", room("function f(a) { return a; }\nallow read: if f();"), /takes 1 argument, not 0/, 6, 16],
    ["too many arguments", room("allow read: if exists(/a/b, 1);"), /takes 1 argument, not 2/, 5, 16],
    ["too few arguments of a method", room("allow read: if {}.get('a');"), /'get' takes 2/, 5, 19],
    ["too few arguments of a namespace", room("allow read: if duration.value(1) == 1;"), /takes 2/, 5, 25],
    ["a name that objects inherit", room("allow read: if toString(1) == 1;"), /unknown function 'toString'/, 5, 16],
    [
      "a capture in a function of the service",
      `service cloud.firestore {\nfunction f() { return exists(/databases/$(database)/documents/a/b); }\n
       match /databases/{database}/documents { match /a/{b} { allow read: if f(); } } }`,
      /unknown name 'database'/,
      2,
      43,
    ],
  ];
  for (const [title, source, reason, line, column] of warned) {
    it(`names ${title}, with the position: the file loads, and evaluating it denies`, () => {
      const ruleset = compileRules(source);
      expect(ruleset.warnings).to.have.length(1);
      const [warning] = ruleset.warnings;
      expect(warning?.message).to.match(reason);
      if (line !== undefined) expect(warning?.line).to.equal(line);
      if (column !== undefined) expect(warning?.column).to.equal(column);
      for (const path of ["rooms/abc", "a/b", "b/a"]) {
        expect(ruleset.decide(requestOf({ path }), lookupOf({})).isAllowed).to.equal(false);
      }
    });
  }

  it("are given in the order of the source", () => {
    const { warnings } = compileRules(room("allow read: if b() == a;\nfunction f() { return c; }"));
    expect(warnings.map(({ line, column }) => [line, column])).to.deep.equal([
      [5, 16],
      [5, 23],
      [6, 23],
    ]);
  });

  it("is not given for what is known", () => {
    const body = "allow read: if (/rooms/$(x)).bind({'x': room}) is path && math.abs(-1) == 1 && room.size() > 0;";
    expect(compileRules(room(body)).warnings).to.deep.equal([]);
  });
});

describe("what is unknown", () => {
  it("is an error like any other: || and && may absorb it", () => {
    for (const unknown of ["nofn(1)", "noname", "'a'.nomethod()", "math.nofn(1)", "1 is notype", "constructor(1)"]) {
      for (const condition of [`true || ${unknown}`, `${unknown} || true`, `!(false && ${unknown})`]) {
        expect(decideWithFunctions("", condition), condition).to.equal(true);
      }
      for (const condition of [unknown, `!(${unknown})`, `${unknown} == null`, `${unknown} != null`]) {
        expect(decideWithFunctions("", condition), condition).to.equal(false);
      }
    }
  });

  it("fails in a path, too", () => {
    expect(decideWithFunctions("", "(/a/$(noname)) is path")).to.equal(false);
    expect(decideWithFunctions("", "(/a/$(noname)).bind({'noname': 'b'}) == /a/b")).to.equal(true);
  });
});
