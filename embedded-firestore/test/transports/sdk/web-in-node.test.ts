import { startFirestore, type RunningFirestore } from "../../../src/index.ts";
import { describeFirestore } from "./describe-firestore.ts";
import { connectWebClient } from "./web-client.ts";

describe("the JS SDK in Node, over gRPC", () => {
  let firestore: RunningFirestore;
  before(async () => {
    firestore = await startFirestore();
  });
  after(() => firestore.close());

  describeFirestore("the JS SDK in Node", (options) =>
    Promise.resolve(connectWebClient({ ...options, host: "127.0.0.1", port: firestore.port })),
  );
});
