// Resource names and field paths.
import { expect } from "chai";
import fc from "fast-check";
import {
  deleteField,
  equalFieldPaths,
  formatFieldPath,
  getField,
  parentName,
  parseDocumentName,
  parseFieldPath,
  parseResourceName,
  relativePath,
  setField,
} from "../../../src/engine/index.ts";
import { DATABASE, int, map, refusal, ROOT, text } from "../fixture.ts";

describe("resource names", () => {
  it("split into database and segments", () => {
    expect(parseDocumentName(`${ROOT}/rooms/abc/users/x`)).to.deep.equal({
      database: DATABASE,
      segments: ["rooms", "abc", "users", "x"],
    });
    expect(parseResourceName(ROOT).segments).to.deep.equal([]);
    expect(relativePath(`${ROOT}/rooms/abc`)).to.equal("rooms/abc");
    expect(parentName(`${ROOT}/rooms/abc`)).to.equal(`${ROOT}/rooms`);
  });

  it("accept ids in any script, up to 1,500 bytes", () => {
    parseDocumentName(`${ROOT}/räume/${"é".repeat(750)}`);
    return refusal("INVALID_ARGUMENT", () => parseDocumentName(`${ROOT}/räume/${"é".repeat(751)}`));
  });

  const documents = [
    "rooms",
    "rooms/",
    "rooms//x",
    "/rooms/x",
    "rooms/.",
    "../x",
    "rooms/__name__",
    "__all__/x",
    "rooms/x/users",
    "",
  ];
  for (const path of documents) {
    it(`reject the document "${path}"`, () => refusal("INVALID_ARGUMENT", () => parseDocumentName(`${ROOT}/${path}`)));
  }

  it("accept four underscores, with nothing between them", () => {
    expect(parseDocumentName(`${ROOT}/____/____`).segments).to.deep.equal(["____", "____"]);
    return refusal("INVALID_ARGUMENT", () => parseDocumentName(`${ROOT}/a/_____`));
  });

  it("accept the reserved form of numeric ids", () => {
    expect(parseDocumentName(`${ROOT}/a/__id-42__`).segments).to.deep.equal(["a", "__id-42__"]);
  });

  it("reject more than 100 levels of documents", () => {
    parseDocumentName(`${ROOT}/${Array.from({ length: 100 }, () => "a/b").join("/")}`);
    return refusal("INVALID_ARGUMENT", () => {
      parseDocumentName(`${ROOT}/${Array.from({ length: 101 }, () => "a/b").join("/")}`);
    });
  });

  it("reject names outside a database", () => {
    return refusal("INVALID_ARGUMENT", () => parseDocumentName("projects/p/documents/a/b"));
  });
});

describe("field paths", () => {
  it("are split at dots outside backticks", () => {
    expect(parseFieldPath("a.b_1.`c.d`.`e\\`f\\\\`")).to.deep.equal(["a", "b_1", "c.d", "e`f\\"]);
  });

  for (const path of ["", ".", "a..b", "a.", "1a", "a-b", "`a", "a`b`", "``", "a b"]) {
    it(`reject "${path}"`, () => refusal("INVALID_ARGUMENT", () => parseFieldPath(path)));
  }

  it("survive formatting and parsing", () => {
    const paths = fc.array(fc.string({ minLength: 1, unit: "binary" }), { minLength: 1, maxLength: 4 });
    fc.assert(fc.property(paths, (path) => equalFieldPaths(parseFieldPath(formatFieldPath(path)), path)));
  });
});

describe("fields at a path", () => {
  const fields = { a: map({ b: map({ c: int(1), d: int(2) }) }), "x.y": text("dotted") };

  it("are found, with a quoted segment as one name", () => {
    expect(getField(fields, ["a", "b", "c"])).to.deep.equal(int(1));
    expect(getField(fields, ["x.y"])).to.deep.equal(text("dotted"));
    expect(getField(fields, ["x", "y"])).to.equal(undefined);
    expect(getField(fields, ["a", "b", "c", "more"])).to.equal(undefined);
  });

  it("are not inherited", () => {
    expect(getField(fields, ["constructor"])).to.equal(undefined);
    expect(getField(fields, ["a", "toString"])).to.equal(undefined);
  });

  it("are set and deleted in a copy", () => {
    const frozen = structuredClone(fields);
    expect(setField(fields, ["a", "b", "c"], int(9))["a"]).to.deep.equal(map({ b: map({ c: int(9), d: int(2) }) }));
    expect(deleteField(fields, ["a", "b", "c"])["a"]).to.deep.equal(map({ b: map({ d: int(2) }) }));
    expect(fields).to.deep.equal(frozen);
  });

  it("replace values on the path that are not maps", () => {
    expect(setField({ a: int(1) }, ["a", "b"], int(2))).to.deep.equal({ a: map({ b: int(2) }) });
  });

  it("change nothing if there is nothing to delete", () => {
    expect(deleteField(fields, ["a", "missing", "c"])).to.deep.equal(fields);
    expect(deleteField({ a: int(1) }, ["a", "b"])).to.deep.equal({ a: int(1) });
  });
});
