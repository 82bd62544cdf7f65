import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { readDataFile, startFirestore, writeDataFile, type SavedData } from "../src/index.ts";

const root = "projects/p/databases/(default)/documents";
const every = {
  null: { nullValue: null },
  yes: { booleanValue: true },
  int: { integerValue: "9007199254740993" },
  nan: { doubleValue: "NaN" },
  minusZero: { doubleValue: "-0" },
  time: { timestampValue: "2024-02-29T12:30:45.678901Z" },
  text: { stringValue: "räume 😵" },
  bytes: { bytesValue: "AP8=" },
  reference: { referenceValue: `${root}/a/b` },
  place: { geoPointValue: { latitude: 1, longitude: -2 } },
  list: { arrayValue: { values: [{ integerValue: "1" }, { mapValue: { fields: {} } }] } },
  __proto: { mapValue: { fields: { constructor: { stringValue: "x" } } } },
};

describe("the documents of a run", () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "embedded-firestore-"));
    file = join(folder, "data.json");
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  type Json = Record<string, unknown>;
  async function call(host: string, method: string, path: string, body?: object): Promise<Json> {
    const response = await fetch(`http://${host}/v1/${path}`, {
      method,
      headers: { Authorization: "Bearer owner" },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return (await response.json()) as Json;
  }

  /** Runs a server with the data, and returns what it holds at its end. */
  async function run(data: SavedData | undefined, use: (host: string) => Promise<void>): Promise<SavedData> {
    const firestore = await startFirestore(data === undefined ? {} : { data });
    try {
      await use(firestore.host);
      return firestore.save();
    } finally {
      await firestore.close();
    }
  }

  it("are the same in the next run: all types of values, all databases, and the times", async () => {
    const before: Json[] = [];
    const paths = [`${root}/a/b`, `${root}/a/missing/below/c`, "projects/q/databases/other/documents/a/b"];
    const saved = await run(undefined, async (host) => {
      for (const path of paths) before.push(await call(host, "PATCH", path, { fields: every }));
    });
    writeDataFile(file, saved);
    const again = await run(readDataFile(file), async (host) => {
      const after = await Promise.all(paths.map((path) => call(host, "GET", path)));
      expect(after).to.deep.equal(before);
      const found = await call(host, "POST", `${root}/a/missing:runQuery`, {
        structuredQuery: { from: [{ collectionId: "below" }] },
      });
      expect(found).to.have.length(1);
    });
    expect(again).to.deep.equal(saved);
  });

  it("keep the clock going: a later write has a later time, whatever this machine's clock says", async () => {
    const updateTime = "2100-01-01T00:00:00.000000Z";
    const document = { createTime: updateTime, updateTime, fields: {} };
    const data = { "projects/p/databases/(default)": { "a/b": document } };
    await run(data, async (host) => {
      const written = await call(host, "PATCH", `${root}/a/b`, { fields: { n: { integerValue: "1" } } });
      expect(String(written["updateTime"]) > updateTime).to.equal(true);
    });
  });

  it("are readable JSON, in order of their names", async () => {
    const saved = await run(undefined, async (host) => {
      for (const id of ["c", "a", "b"]) await call(host, "PATCH", `${root}/rooms/${id}`, {});
    });
    writeDataFile(file, saved);
    const text = await readFile(file, "utf8");
    expect(text.split("\n").length).to.be.greaterThan(10);
    expect([...text.matchAll(/"rooms\/(.)"/g)].map(([, id]) => id)).to.deep.equal(["a", "b", "c"]);
    expect(await readdir(folder), "nothing else is left behind").to.deep.equal(["data.json"]);
  });

  it("stay as they were if a new file cannot be written", async () => {
    await writeFile(file, "old");
    const cyclic: Record<string, unknown> = {};
    cyclic["self"] = cyclic;
    expect(() => writeDataFile(file, cyclic as SavedData)).to.throw("were not saved");
    expect(() => writeDataFile(join(folder, "none/data.json"), {})).to.throw("Choose a folder");
    expect(await readFile(file, "utf8")).to.equal("old");
    expect(await readdir(folder)).to.deep.equal(["data.json"]);
  });

  it("are rejected with the reason, and with what to do", async () => {
    expect(() => readDataFile(file)).to.throw(/There is no .*--export-on-exit/);
    expect(readDataFile(file, { mayBeMissing: true })).to.equal(undefined);
    for (const [text, reason] of [
      ["{", "is not JSON"],
      ["[]", "was not written by --export-on-exit"],
      [JSON.stringify({ format: "embedded-firestore", version: 9, databases: {} }), "has version 9"],
    ] as const) {
      await writeFile(file, text);
      expect(() => readDataFile(file)).to.throw(reason);
    }
  });

  it("are checked like writes, and the one at fault is named", async () => {
    const times = { createTime: "2024-01-01T00:00:00Z", updateTime: "2024-01-01T00:00:00Z" };
    for (const [path, document] of [
      ["a", { ...times }],
      ["a/__b__", { ...times }],
      ["a/b", { ...times, fields: { __x__: { nullValue: null } } }],
      ["a/b", { ...times, fields: { x: { integerValue: "many" } } }],
      ["a/b", { ...times, updateTime: "yesterday" }],
      ["a/b", null],
    ] as const) {
      const data = { "projects/p/databases/(default)": { [path]: document } } as unknown as SavedData;
      const failed = await startFirestore({ data }).then(
        () => "started",
        (error: Error) => error.message,
      );
      expect(failed).to.contain(`The saved document "${path}"`);
    }
  });
});
