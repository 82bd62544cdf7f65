// Firestore signalling does what every signalling does.
import type { RulesTestEnvironment } from "@firebase/rules-unit-testing";
import type { RunningFirestore } from "@meetogram/embedded-firestore";
import { describeSignalling } from "./describe-signalling.ts";
import { openFirestoreRoom, openTestFirestore } from "./firestore-room.ts";

describe("Firestore", () => {
  let server: RunningFirestore;
  let environment: RulesTestEnvironment;

  before(async () => {
    ({ server, environment } = await openTestFirestore());
  });
  after(async () => {
    await environment.cleanup();
    await server.close();
  });

  describeSignalling("over Firestore", () => openFirestoreRoom(server, environment));
});
