import { expect } from "chai";
import { startFirestore, type RunningFirestore } from "../../../src/index.ts";
import { rulesOf, tokenOf } from "../../service/service-under-test.ts";

const database = "projects/demo-rest/databases/(default)";
const documents = `${database}/documents`;

describe("REST", () => {
  let firestore: RunningFirestore;
  before(async () => {
    firestore = await startFirestore({ rules: rulesOf("match /open/{id} { allow read, write: if true; }") });
  });
  after(() => firestore.close());
  beforeEach(() => firestore.clear("demo-rest"));

  // The answers are read as the protocol has them; a wrong shape shows in the expectations.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  type Json = any;

  async function call(
    method: string,
    path: string,
    body?: unknown,
    authorization: string | null = "Bearer owner",
  ): Promise<{ code: number; body: Json }> {
    const response = await fetch(`http://${firestore.host}/v1/${path}`, {
      method,
      headers: authorization === null ? {} : { Authorization: authorization },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    return { code: response.status, body: await response.json() };
  }

  const fields = { n: { integerValue: "1" }, text: { stringValue: "a" } };

  it("creates, reads, updates, lists and deletes documents", async () => {
    const created = await call("POST", `${documents}/rooms?documentId=a`, { fields });
    expect(created.body).to.deep.include({ name: `${documents}/rooms/a`, fields });
    expect((await call("POST", `${documents}/rooms?documentId=a`, { fields })).body.error.status).to.equal(
      "ALREADY_EXISTS",
    );
    const named = await call("POST", `${documents}/rooms`, { fields });
    expect(named.body.name).to.match(/\/rooms\/[A-Za-z0-9]{20}$/);

    const read = await call("GET", `${documents}/rooms/a?mask.fieldPaths=n`);
    expect(read).to.deep.include({ code: 200 });
    expect(read.body.fields).to.deep.equal({ n: { integerValue: "1" } });

    const patch = { fields: { n: { integerValue: 2 } } };
    const patched = await call("PATCH", `${documents}/rooms/a?updateMask.fieldPaths=n`, patch);
    expect(patched.body.fields).to.deep.equal({ ...fields, n: { integerValue: "2" } });
    expect(patched.body.updateTime > created.body.updateTime).to.equal(true);

    const listed = await call("GET", `${documents}/rooms?pageSize=1`);
    expect(listed.body.documents).to.have.length(1);
    const next = await call(
      "GET",
      `${documents}/rooms?pageSize=1&pageToken=${encodeURIComponent(listed.body.nextPageToken)}`,
    );
    expect(next.body.documents[0].name).not.to.equal(listed.body.documents[0].name);

    expect(await call("DELETE", `${documents}/rooms/a`)).to.deep.equal({ code: 200, body: {} });
    const gone = await call("GET", `${documents}/rooms/a`);
    expect(gone.code).to.equal(404);
    expect(gone.body.error).to.deep.include({ code: 404, status: "NOT_FOUND" });
  });

  it("checks preconditions", async () => {
    const missing = await call("PATCH", `${documents}/rooms/a?currentDocument.exists=true`, { fields });
    expect(missing.body.error.status).to.equal("NOT_FOUND");
    await call("PATCH", `${documents}/rooms/a?currentDocument.exists=false`, { fields });
    const stale = await call("DELETE", `${documents}/rooms/a?currentDocument.updateTime=2001-01-01T00:00:00Z`);
    expect(stale.body.error.status).to.equal("FAILED_PRECONDITION");
  });

  it("commits, gets and queries in batches", async () => {
    const writes = ["a", "b"].map((id) => ({ update: { name: `${documents}/rooms/${id}`, fields } }));
    const committed = await call("POST", `${documents}:commit`, { writes });
    expect(committed.body.writeResults).to.have.length(2);

    const names = ["a", "none"].map((id) => `${documents}/rooms/${id}`);
    const got = await call("POST", `${documents}:batchGet`, { documents: names });
    expect(got.body[0].found.fields).to.deep.equal(fields);
    expect(got.body[1].missing).to.equal(names[1]);

    const structuredQuery = { from: [{ collectionId: "rooms" }], limit: 1 };
    const queried = await call("POST", `${documents}:runQuery`, { structuredQuery });
    expect(queried.body.map((answer: Json) => answer.done)).to.deep.equal([true]);
    expect(queried.body.map((answer: Json) => answer.document.name)).to.deep.equal([`${documents}/rooms/a`]);

    const structuredAggregationQuery = {
      structuredQuery: { from: [{ collectionId: "rooms" }] },
      aggregations: [{ alias: "count", count: {} }],
    };
    const counted = await call("POST", `${documents}:runAggregationQuery`, { structuredAggregationQuery });
    expect(counted.body[0].result.aggregateFields).to.deep.equal({ count: { integerValue: "2" } });

    const ids = await call("POST", `${documents}:listCollectionIds`, {});
    expect(ids.body.collectionIds).to.deep.equal(["rooms"]);
    const written = await call("POST", `${documents}:batchWrite`, { writes: [{ delete: `${documents}/rooms/a` }] });
    expect(written.body.status).to.deep.equal([{}]);
  });

  it("runs a transaction over its calls", async () => {
    await call("PATCH", `${documents}/rooms/a`, { fields });
    const begun = await call("POST", `${documents}:beginTransaction`, {});
    const { transaction } = begun.body;
    await call("POST", `${documents}:batchGet`, { documents: [`${documents}/rooms/a`], transaction });
    const writes = [{ update: { name: `${documents}/rooms/a`, fields: {} } }];
    expect((await call("POST", `${documents}:commit`, { writes, transaction })).code).to.equal(200);
    const second = (await call("POST", `${documents}:beginTransaction`, {})).body;
    expect((await call("POST", `${documents}:rollback`, second)).body).to.deep.equal({});
    expect((await call("POST", `${documents}:commit`, { writes, transaction: second.transaction })).code).not.to.equal(
      200,
    );
  });

  it("evaluates the rules for the token's user", async () => {
    expect((await call("PATCH", `${documents}/open/a`, { fields }, null)).code).to.equal(200);
    expect((await call("GET", `${documents}/open/a`, undefined, tokenOf("alice"))).code).to.equal(200);
    const denied = await call("GET", `${documents}/rooms/a`, undefined, tokenOf("alice"));
    expect(denied.code).to.equal(403);
    expect(denied.body.error.status).to.equal("PERMISSION_DENIED");
    const malformed = await call("GET", `${documents}/open/a`, undefined, "Bearer nonsense");
    expect(malformed.body.error.status).to.equal("INVALID_ARGUMENT");
  });

  it("leaves out what is empty", async () => {
    const created = await call("PATCH", `${documents}/rooms/empty`, { fields: {} });
    expect(created.body).to.have.all.keys("name", "createTime", "updateTime");
    const nested = {
      list: { arrayValue: { values: [] } },
      map: { mapValue: { fields: {} } },
      no: { booleanValue: false },
    };
    const written = await call("PATCH", `${documents}/rooms/nested`, { fields: nested });
    expect(written.body.fields).to.deep.equal({
      list: { arrayValue: {} },
      map: { mapValue: {} },
      no: { booleanValue: false },
    });
    const got = await call("POST", `${documents}:batchGet`, { documents: [`${documents}/rooms/empty`] });
    expect(got.body[0].found).to.have.all.keys("name", "createTime", "updateTime");
    expect((await call("GET", `${documents}/none`)).body).to.deep.equal({});
    expect((await call("POST", `${documents}/rooms/empty:listCollectionIds`, {})).body).to.deep.equal({});
    const none = await call("POST", `${documents}:runQuery`, { structuredQuery: { from: [{ collectionId: "none" }] } });
    expect(none.body).to.have.length(1);
    expect(none.body[0]).to.have.all.keys("readTime", "done");
    const select = { fields: [] };
    const names = await call("POST", `${documents}:runQuery`, {
      structuredQuery: { from: [{ collectionId: "rooms" }], select },
    });
    expect(names.body.map(({ document }: Json) => [document.name, document.fields])).to.deep.equal(
      ["empty", "nested"].map((id) => [`${documents}/rooms/${id}`, undefined]),
    );
    expect(names.body.map(({ done }: Json) => done)).to.deep.equal([undefined, true]);
  });

  it("answers an empty commit with an empty object", async () => {
    expect(await call("POST", `${documents}:commit`, {})).to.deep.equal({ code: 200, body: {} });
    const { transaction } = (await call("POST", `${documents}:beginTransaction`, {})).body;
    expect((await call("POST", `${documents}:commit`, { transaction })).body).to.deep.equal({});
    expect((await call("POST", `${documents}:rollback`, { transaction })).body, "a late rollback").to.deep.equal({});
    expect((await call("POST", `${documents}:rollback`, { transaction })).code).to.equal(200);
  });

  it("denies before it tells what exists", async () => {
    await call("PATCH", `${documents}/rooms/there`, { fields });
    const alice = tokenOf("alice");
    const attempts: [string, string][] = [
      ["POST", "rooms?documentId=there"],
      ["PATCH", "rooms/there?currentDocument.exists=false"],
      ["PATCH", "rooms/none?currentDocument.exists=true"],
      ["DELETE", "rooms/none?currentDocument.exists=true"],
    ];
    for (const [method, path] of attempts) {
      const body = method === "DELETE" ? undefined : {};
      const denied = await call(method, `${documents}/${path}`, body, alice);
      expect([denied.code, denied.body.error.status], path).to.deep.equal([403, "PERMISSION_DENIED"]);
      const open = `${documents}/${path.replace("rooms", "open")}`;
      if (!path.includes("there")) expect((await call(method, open, body, alice)).code, open).to.equal(404);
    }
    await call("PATCH", `${documents}/open/there`, { fields });
    expect((await call("POST", `${documents}/open?documentId=there`, {}, alice)).code).to.equal(409);
  });

  it("leaves to the administrator what rules do not cover", async () => {
    const missing = `${documents}/open?showMissing=true`;
    expect((await call("GET", missing)).code).to.equal(200);
    expect((await call("GET", missing, undefined, tokenOf("alice"))).code).to.equal(403);
    const writes = [{ delete: `${documents}/open/a` }];
    expect((await call("POST", `${documents}:batchWrite`, { writes }, tokenOf("alice"))).code).to.equal(403);
    expect((await call("POST", `${documents}:batchWrite`, { writes: [...writes, ...writes] })).code).to.equal(400);
    expect((await call("POST", `${documents}:batchWrite`, { writes }, "Bearer Owner")).code).to.equal(200);
  });

  it("takes a token without a subject for a user, whose uid cannot be read", async () => {
    const claims = Buffer.from(JSON.stringify({ role: "x" })).toString("base64url");
    const token = `Bearer e30.${claims}.`;
    firestore.setRules(
      rulesOf(`match /role/{id} { allow get: if request.auth != null && request.auth.token.role == 'x'; }
        match /uid/{id} { allow get: if request.auth.uid != 'a'; }`),
      "demo-rest",
    );
    try {
      expect((await call("GET", `${documents}/role/a`, undefined, token)).code).to.equal(404);
      expect((await call("GET", `${documents}/uid/a`, undefined, token)).code).to.equal(403);
      const second = Buffer.from(JSON.stringify({ sub: 5 })).toString("base64url");
      expect((await call("GET", `${documents}/uid/a`, undefined, `Bearer e30.${second}.`)).code).to.equal(404);
    } finally {
      firestore.setRules(rulesOf("match /open/{id} { allow read, write: if true; }"));
    }
  });

  it("rejects reads of the far past", async () => {
    const read = await call("GET", `${documents}/rooms/a?readTime=2001-01-01T00:00:00Z`);
    expect(read.body.error).to.deep.include({ code: 400, status: "INVALID_ARGUMENT" });
  });

  it("rejects invalid requests, and says where", async () => {
    const unread = await call("PATCH", `${documents}/rooms/a`, "{");
    expect(unread.body.error).to.deep.include({ code: 400, status: "INVALID_ARGUMENT" });
    const unknown = await call("POST", `${documents}:commit`, { writes: [{ updaet: {} }] });
    expect(unknown.body.error.message).to.contain("updaet").and.to.contain("writes[0]");
    expect((await call("GET", "projects/p")).code).to.equal(404);
    expect((await call("POST", `${documents}:listen`, {})).body.error.status).to.equal("UNIMPLEMENTED");
    const foreign = { writes: [{ update: { name: "projects/other/databases/(default)/documents/a/b", fields } }] };
    expect((await call("POST", `${documents}:commit`, foreign)).body.error.status).to.equal("INVALID_ARGUMENT");
  });

  it("answers preflights from any origin, private networks included", async () => {
    const response = await fetch(`http://${firestore.host}/v1/${documents}:commit`, {
      method: "OPTIONS",
      headers: {
        Origin: "http://t1.localhost:5000",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,content-type",
        "Access-Control-Request-Private-Network": "true",
      },
    });
    expect(response.status).to.equal(200);
    const headers = Object.fromEntries(response.headers);
    expect(headers).to.include({
      "access-control-allow-origin": "http://t1.localhost:5000",
      "access-control-allow-credentials": "true",
      "access-control-allow-headers": "authorization,content-type",
      "access-control-allow-private-network": "true",
      vary: "Origin",
    });
    expect(headers["access-control-allow-methods"]?.split(", ")).to.include.members([
      "GET",
      "POST",
      "PUT",
      "PATCH",
      "DELETE",
    ]);
  });
});
