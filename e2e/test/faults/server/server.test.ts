// Firestore is lost and comes back while people talk. Media between browsers is not affected.
import { getSystem, useSystem } from "../../support/system.ts";
import { interruptFirestore } from "./interrupt-firestore.ts";

describe("a server outage during a call", () => {
  useSystem();

  afterEach(async () => (await getSystem()).firestoreProxy.restore());

  it("Firestore refuses connections: media continues, the interface says so until Firestore is back, then a third person joins", () =>
    interruptFirestore("refuse"));
});
