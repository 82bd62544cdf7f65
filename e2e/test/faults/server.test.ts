// Firestore goes away and comes back while people talk: media between browsers is not touched.
import { getSystem, useSystem } from "../support/system.ts";
import { loseFirestore } from "./lose-firestore.ts";

describe("a server that goes away during a call", () => {
  useSystem();

  afterEach(async () => (await getSystem()).firestoreProxy.heal());

  it("Firestore gone (cut): media goes on, the interface says so until it is back, a third joins then", () =>
    loseFirestore("cut"));
});
