// Firestore goes away and comes back while people talk: media between browsers is not touched.
import { getSystem, useSystem } from "../support/system.ts";
import { interruptFirestore } from "./interrupt-firestore.ts";

describe("a server outage during a call", () => {
  useSystem();

  afterEach(async () => (await getSystem()).firestoreProxy.restore());

  it("Firestore refuses connections: media continues, the interface says so until Firestore is back, then a third person joins", () =>
    interruptFirestore("refuse"));
});
