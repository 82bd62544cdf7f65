import { expect } from "chai";
import { compileRules, type RulesRequest } from "../../../src/rules/index.ts";
import { inDocuments, lookupOf, requestOf, toDocument } from "../expect.ts";

describe("coverage gaps", () => {
  const source = inDocuments(`match /rooms/{r} {
  function isOpen() { let open = resource.data.open; return open && !(r == 'shut'); }
  allow get: if r == 'abc' || isOpen();
  allow delete: if request.auth.uid == 'x' ? r == 'a' : r == 'b';
  allow update;
}`);

  function gapsAfter(...requests: Partial<RulesRequest>[]): string[] {
    const ruleset = compileRules(source);
    for (const request of requests) ruleset.decide(requestOf(request), lookupOf({}));
    return ruleset.gaps().map(({ line, text, gap }) => `${line} ${gap}: ${text}`);
  }

  it("initially are every allow and function as a whole", () => {
    expect(gapsAfter()).to.deep.equal([
      "5 never evaluated: resource.data.open",
      "5 never evaluated: open && !(r == 'shut')",
      "6 never evaluated: allow get: if r == 'abc' || isOpen();",
      "7 never evaluated: allow delete: if request.auth.uid == 'x' ? r == 'a' : r == 'b';",
      "8 never evaluated: allow update;",
    ]);
  });

  it("are parts that were never true, never false, or only ever an error", () => {
    const open = (path: string, isOpen: boolean): Partial<RulesRequest> => ({
      path,
      resource: toDocument(path, { open: isOpen }),
    });
    const x = { uid: "x", token: {} };
    expect(gapsAfter(open("rooms/b", true), { method: "delete", auth: x }, { method: "update" })).to.deep.equal([
      "5 never false: resource.data.open",
      "5 never true: (r == 'shut')",
      "6 never true: r == 'abc'",
      "6 never false: isOpen()",
      "7 never false: request.auth.uid == 'x'",
      "7 never true: r == 'a'",
      "7 never evaluated: r == 'b'",
    ]);
    expect(gapsAfter({ method: "delete" })).to.include("7 only ever an error: request.auth.uid == 'x'");
  });

  it("are empty once every part was true and false", () => {
    const ruleset = compileRules(inDocuments("match /rooms/{r} { allow get: if r == 'abc'; }"));
    for (const path of ["rooms/abc", "rooms/b"]) ruleset.decide(requestOf({ path }), lookupOf({}));
    expect(ruleset.gaps()).to.deep.equal([]);
  });

  it("have a position", () => {
    expect(compileRules(source).gaps()[2]).to.include({ line: 6, column: 3 });
  });
});
