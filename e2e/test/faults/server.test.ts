// Firestore goes away and comes back while people talk: media between browsers is not touched.
import { getSystem, useSystem } from "../support/system.ts";
import { interruptFirestore } from "./interrupt-firestore.ts";

describe("a server that goes away during a call", () => {
  useSystem();

  afterEach(async () => (await getSystem()).firestoreProxy.restore());

  it("Firestore gone (cut): media goes on, the interface says so until it is back, a third joins then", () =>
    interruptFirestore("refuse"));
});
