import { expect } from "chai";
import { parseResourcePath } from "../../../src/transports/rest/resource-path.ts";
import { routeRest, type RestCall } from "../../../src/transports/rest/rest-routes.ts";

const database = "projects/p/databases/(default)";
const documents = `${database}/documents`;

function route(httpMethod: string, address: string, body: Record<string, unknown> = {}): RestCall {
  const url = new URL(`http://localhost/v1/${address}`);
  const path = parseResourcePath(url.pathname);
  if (!path) throw new Error(`no resource: ${address}`);
  return routeRest(httpMethod, path, url.searchParams, body);
}

describe("REST addresses", () => {
  it("distinguish documents and collections", () => {
    expect(route("GET", `${documents}/rooms/a?mask.fieldPaths=x&mask.fieldPaths=y`)).to.deep.equal({
      kind: "unary",
      method: "GetDocument",
      request: { name: `${documents}/rooms/a`, mask: { fieldPaths: ["x", "y"] } },
    });
    expect(route("GET", `${documents}/rooms/a/users?pageSize=3&orderBy=n`)).to.deep.equal({
      kind: "unary",
      method: "ListDocuments",
      request: { parent: `${documents}/rooms/a`, collectionId: "users", pageSize: "3", orderBy: "n" },
    });
  });

  it("contain the preconditions and masks of writes", () => {
    expect(route("PATCH", `${documents}/rooms/a?updateMask.fieldPaths=x&currentDocument.exists=true`)).to.deep.include({
      request: {
        document: { name: `${documents}/rooms/a` },
        updateMask: { fieldPaths: ["x"] },
        currentDocument: { exists: true },
      },
    });
    expect(route("POST", `${documents}/rooms?documentId=a`, { fields: {} })).to.deep.include({
      method: "CreateDocument",
      request: { parent: documents, collectionId: "rooms", documentId: "a", document: { fields: {} } },
    });
  });

  it("contain the verb after the last colon; other colons belong to the id", () => {
    expect(route("POST", `${documents}:commit`, { writes: [] })).to.deep.equal({
      kind: "unary",
      method: "Commit",
      request: { database, writes: [] },
    });
    expect(route("POST", `${documents}/rooms/a:runQuery`)).to.deep.include({
      method: "RunQuery",
      request: { parent: `${documents}/rooms/a` },
    });
    expect(route("DELETE", `${documents}/rooms/a:b`)).to.deep.include({ request: { name: `${documents}/rooms/a:b` } });
  });

  it("decode escapes in each segment", () => {
    expect(route("GET", "projects/p/databases/(default)/documents/a%20b/%D0%B4")).to.deep.include({
      request: { name: `${documents}/a b/д` },
    });
  });

  it("report an unimplemented verb", () => {
    expect(() => route("POST", `${documents}:listen`))
      .to.throw("listen")
      .with.property("status", "UNIMPLEMENTED");
  });
});
