import { expect } from "chai";
import type { RulesRequest } from "../../../src/rules/index.ts";
import { compileRules } from "../../../src/rules/index.ts";
import { inDocuments, lookupOf, requestOf, toDocument } from "../expect.ts";

function explain(body: string, given: Partial<RulesRequest> = {}): string {
  const decision = compileRules(inDocuments(body)).decide(requestOf(given), lookupOf({}));
  return decision.isAllowed ? `allowed by line ${decision.line}` : decision.explanation;
}

describe("an explanation", () => {
  it("says if no allow covers the path", () => {
    expect(explain("match /users/{u} { allow read; }")).to.equal(
      "get /rooms/abc is denied\nno allow get covers this path",
    );
  });

  it("names the line that granted access", () => {
    expect(explain("match /rooms/{r} {\n allow read: if false;\n allow get: if true;\n}")).to.equal(
      "allowed by line 6",
    );
  });

  it("shows the deciding sub-expression with its values", () => {
    const body = `function me() { return request.auth.token.participant; }
match /rooms/{r} {
  allow create: if request.auth != null && request.resource.data.from == me();
}`;
    const auth = { uid: "u", token: { participant: "b" } };
    const given = { method: "create", auth, requestResource: toDocument("rooms/abc", { from: "a" }) } as const;
    const [head, line] = explain(body, given).split("\n");
    expect(head).to.equal("create /rooms/abc is denied");
    expect(line).to.equal('line 6 allow create: false  <- request.resource.data.from == me() : "a" == "b"');
  });

  it("lists the result of each part, including function bodies", () => {
    const body = `match /rooms/{r} {
  function isSigned() {
    return request.auth != null;
  }
  allow read: if (r == 'abc' && isSigned()) || resource.data.open;
}`;
    expect(explain(body).split("\n").slice(1)).to.deep.equal([
      "line 8 allow read: error  <- request.auth != null : null != null | resource.data.open : 'data' of null",
      `  line 8 true  r == 'abc' : "abc" == "abc"`,
      "  line 6 false  request.auth != null : null != null",
      "  line 8 error  resource.data.open : 'data' of null",
    ]);
  });

  it("lists each allow that was evaluated", () => {
    const body =
      "match /rooms/{r} {\n allow get: if r == 'x';\n allow write: if true;\n allow read: if r.size() > 9;\n}";
    const lines = explain(body).split("\n");
    expect(lines).to.have.length(3);
    expect(lines[1]).to.contain("line 5 allow get: false");
    expect(lines[2]).to.equal("line 7 allow read: false  <- r.size() > 9 : 3 > 9");
  });

  it("shortens values, so that it reveals no secrets or whole documents", () => {
    const secret = "s3cr3t-that-nobody-should-read-in-full";
    const resource = toDocument("rooms/abc", { secret, list: [secret, secret], map: { a: secret } });
    const body = (test: string): string => explain(`match /rooms/{r} { allow read: if ${test}; }`, { resource });
    for (const test of [
      "resource.data.secret == 'x'",
      "resource.data.list == []",
      "resource.data.map == {}",
      "resource == null",
      "[resource.data] == []",
    ]) {
      expect(body(test)).to.contain("false").and.not.contain("nobody");
    }
    expect(body("resource.data.secret == 'x'")).to.contain('"s3cr3t-that-"…(38) == "x"');
  });

  it("stays short for many parts and statements", () => {
    const parts = Array.from({ length: 100 }, (_, i) => `r == '${i}'`).join(" || ");
    const text = explain(
      `match /rooms/{r} { ${`allow read: if ${parts};`.repeat(1)} ${"allow read: if r == 'x';".repeat(100)} }`,
    );
    expect(text.split("\n").length).to.be.below(45);
    expect(text).to.contain("and 88 more").and.contain("and 81 more");
  });

  it("names the exceeded limit", () => {
    const body = `match /rooms/{r} { allow read: if ${Array.from({ length: 600 }, () => "!true").join(" || ")}; }`;
    expect(explain(body)).to.contain("allow read: error  <- more than 1000 expressions were evaluated");
  });

  it("names the field that a query does not prove", () => {
    const body = "match /rooms/{r} { allow list: if resource.data.owner == 'a'; }";
    expect(explain(body, { method: "list", path: "rooms" })).to.contain("the query does not prove resource.data.owner");
  });
});

describe("debug", () => {
  it("returns its value and reports it, shortened", () => {
    const texts: string[] = [];
    const source = inDocuments("match /rooms/{r} { allow read: if debug(r) == 'abc' && debug([1, 2.5]) != null; }");
    const ruleset = compileRules(source, { onDebug: (text) => texts.push(text) });
    expect(ruleset.decide(requestOf(), lookupOf({})).isAllowed).to.equal(true);
    expect(texts).to.deep.equal(['"abc"', "[1, 2.5]"]);
  });
});

describe("coverage", () => {
  const ruleset = compileRules(
    inDocuments(`match /rooms/{r} {
  function isOpen() { return resource.data.open; }
  allow get: if r == 'abc' || isOpen();
  allow delete;
}`),
  );
  const countOf = (text: string): number | undefined => ruleset.coverage().find(({ source }) => source === text)?.count;

  it("shows which expressions were never evaluated", () => {
    expect(countOf("r == 'abc'")).to.equal(0);
    ruleset.decide(requestOf(), lookupOf({}));
    expect(countOf("r == 'abc'")).to.equal(1);
    expect(countOf("isOpen()")).to.equal(0);
    expect(countOf("resource.data.open")).to.equal(0);
    ruleset.decide(requestOf({ path: "rooms/b", resource: toDocument("rooms/b", { open: true }) }), lookupOf({}));
    expect(countOf("r == 'abc'")).to.equal(2);
    expect(countOf("isOpen()")).to.equal(1);
    expect(countOf("resource.data.open")).to.equal(1);
    expect(countOf("allow delete;")).to.equal(0);
  });

  it("lists positions in source order", () => {
    const places = ruleset.coverage().map(({ line, column }) => line * 1000 + column);
    expect(places).to.deep.equal([...places].sort((a, b) => a - b));
    expect(ruleset.coverage()[0]).to.include({ line: 5, source: "resource.data.open" });
  });
});
