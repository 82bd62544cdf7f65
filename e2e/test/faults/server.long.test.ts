// Firestore that swallows packets without a word, and Firestore that is far away.
import { withPeople } from "../support/browser.ts";
import { expectSeesAndHears, meet } from "../support/meeting.ts";
import { reportTime } from "../support/report.ts";
import { getSystem, useSystem } from "../support/system.ts";
import { interruptFirestore } from "./interrupt-firestore.ts";

describe("a server that goes away during a call", () => {
  useSystem();

  afterEach(async () => (await getSystem()).firestoreProxy.restore());

  it("Firestore gone (swallow): media goes on, the interface says so until it is back, a third joins then", () =>
    interruptFirestore("hold"));

  it("Firestore slow by 150 ms each way: two meet all the same", () =>
    withPeople(2, async (ann, ben) => {
      const { firestoreProxy } = await getSystem();
      firestoreProxy.delay(150);
      const askedAtMs = Date.now();
      await meet(ann, ben);
      for (const person of [ann, ben]) await expectSeesAndHears(person, 1);
      reportTime("Firestore slow by 150 ms each way: from the start screen to both seeing", askedAtMs);
    }));
});
