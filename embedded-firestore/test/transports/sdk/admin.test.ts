import { startFirestore, type RunningFirestore } from "../../../src/index.ts";
import { connectAdminClient } from "./admin-client.ts";
import { describeFirestore } from "./describe-firestore.ts";

describe("firebase-admin over gRPC", () => {
  let firestore: RunningFirestore;
  before(async () => {
    firestore = await startFirestore();
  });
  after(() => firestore.close());

  describeFirestore("firebase-admin", ({ project }) =>
    Promise.resolve(connectAdminClient({ host: firestore.host, project })),
  );
});
