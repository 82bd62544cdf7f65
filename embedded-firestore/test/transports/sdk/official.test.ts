// The same suites against Google's own emulator, if one runs at FIRESTORE_OFFICIAL_HOST
// (host:port). What the embedded Firestore does must be true of the official emulator, too.
import { connectAdminClient } from "./admin-client.ts";
import { describeAuthorization } from "./describe-authorization.ts";
import { describeFirestore } from "./describe-firestore.ts";
import type { ConnectOptions, TestClient } from "./test-client.ts";
import { connectWebClient } from "./web-client.ts";

const officialHost = process.env["FIRESTORE_OFFICIAL_HOST"];

describe("the official emulator", () => {
  if (officialHost === undefined) {
    it("is not running: FIRESTORE_OFFICIAL_HOST is not set");
    return;
  }
  const [host = "", port = ""] = officialHost.split(":");
  const connect = (options: ConnectOptions): Promise<TestClient> =>
    Promise.resolve(connectWebClient({ ...options, host, port: Number(port) }));
  describeFirestore("firebase-admin", ({ project }) =>
    Promise.resolve(connectAdminClient({ host: officialHost, project })),
  );
  describeFirestore("the JS SDK in Node", connect);
  describeAuthorization("the JS SDK in Node", { host: () => officialHost, connect });
});
