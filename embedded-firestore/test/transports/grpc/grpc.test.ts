import { Client, credentials, Metadata, type ServiceError } from "@grpc/grpc-js";
import { expect } from "chai";
import { startFirestore, type RunningFirestore } from "../../../src/index.ts";
import { decodeMessage, encodeMessage } from "../../../src/transports/grpc/codec.ts";
import { methodSchemas } from "../../../src/transports/encoding/schema.ts";

const database = "projects/demo-grpc/databases/(default)";
const documents = `${database}/documents`;

describe("gRPC", () => {
  let firestore: RunningFirestore;
  let client: Client;
  before(async () => {
    firestore = await startFirestore();
    client = new Client(firestore.host, credentials.createInsecure());
  });
  after(async () => {
    client.close();
    await firestore.close();
  });

  function call(method: string, request: object, authorization = "Bearer owner"): Promise<Record<string, unknown>> {
    const schema = methodSchemas.get(method);
    if (!schema) throw new Error(`no method ${method}`);
    const metadata = new Metadata();
    metadata.set("authorization", authorization);
    return new Promise((resolve, reject) => {
      client.makeUnaryRequest(
        `/google.firestore.v1.Firestore/${method}`,
        (message: object) => encodeMessage(schema.request, message as Record<string, unknown>),
        (bytes) => decodeMessage(schema.response, bytes),
        request,
        metadata,
        (error, answer) => (error ? reject(error) : resolve(answer ?? {})),
      );
    });
  }

  const codeOf = (failing: Promise<unknown>): Promise<number> =>
    failing.then(
      () => 0,
      (error: unknown) => (error as ServiceError).code,
    );

  it("creates, reads, updates and deletes single documents", async () => {
    const fields = { n: { integerValue: "1" } };
    const created = await call("CreateDocument", {
      parent: documents,
      collectionId: "rooms",
      documentId: "a",
      document: { fields },
    });
    expect(created).to.deep.include({ name: `${documents}/rooms/a`, fields });
    const changed = { name: `${documents}/rooms/a`, fields: { n: { integerValue: "2" } } };
    await call("UpdateDocument", { document: changed });
    expect(await call("GetDocument", { name: changed.name })).to.deep.include(changed);
    const listed = await call("ListDocuments", { parent: documents, collectionId: "rooms" });
    expect(listed["documents"]).to.have.length(1);
    const ids = await call("ListCollectionIds", { parent: documents });
    expect(ids["collectionIds"]).to.deep.equal(["rooms"]);
    await call("DeleteDocument", { name: changed.name });
    expect(await codeOf(call("GetDocument", { name: changed.name }))).to.equal(5);
  });

  it("returns the status code of each error", async () => {
    expect(await codeOf(call("GetDocument", { name: "nonsense" }))).to.equal(3);
    expect(await codeOf(call("GetDocument", { name: `${documents}/rooms/a` }, "Bearer a.b.c"))).to.equal(3);
    const readable = Buffer.from('{"sub":"alice"}').toString("base64url");
    expect(await codeOf(call("GetDocument", { name: `${documents}/rooms/a` }, `Bearer x.${readable}.`))).to.equal(7);
  });

  it("names the unimplemented feature", async () => {
    const failure = await call("RunQuery", { parent: documents, explainOptions: {} }).catch(
      (error: unknown) => error as ServiceError,
    );
    expect(failure).to.include({ code: 12 });
    expect((failure as ServiceError).details).to.contain("explain_options");
  });
});
