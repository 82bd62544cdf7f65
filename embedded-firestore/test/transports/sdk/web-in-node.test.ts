import { startFirestore, type RunningFirestore } from "../../../src/index.ts";
import { describeAuthorization } from "./describe-authorization.ts";
import { describeFirestore } from "./describe-firestore.ts";
import type { ConnectOptions, TestClient } from "./test-client.ts";
import { connectWebClient } from "./web-client.ts";

describe("the JS SDK in Node, over gRPC", () => {
  let firestore: RunningFirestore;
  before(async () => {
    firestore = await startFirestore();
  });
  after(() => firestore.close());

  const connect = (options: ConnectOptions): Promise<TestClient> =>
    Promise.resolve(connectWebClient({ ...options, host: "127.0.0.1", port: firestore.port }));
  describeFirestore("the JS SDK in Node", connect);
  describeAuthorization("the JS SDK in Node", { host: () => firestore.host, connect });
});
