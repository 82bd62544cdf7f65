import { startFirestore, type RunningFirestore } from "../../../src/index.ts";
import { createManualScheduler } from "../../service/manual-scheduler.ts";
import { connectAdminClient } from "./admin-client.ts";
import { describeFirestore } from "./describe-firestore.ts";

describe("firebase-admin over gRPC", () => {
  let firestore: RunningFirestore;
  before(async () => {
    // With this clock no lock wait times out, however slow the machine is.
    firestore = await startFirestore({ scheduler: createManualScheduler() });
  });
  after(() => firestore.close());

  describeFirestore("firebase-admin", ({ project }) =>
    Promise.resolve(connectAdminClient({ host: firestore.host, project })),
  );
});
