// Firestore behind a network that drops packets, and Firestore with a high latency.
import { withPeople } from "../../support/browser.ts";
import { expectSeesAndHears, meet } from "../../support/meeting.ts";
import { reportTime } from "../../support/report.ts";
import { getSystem, useSystem } from "../../support/system.ts";
import { interruptFirestore } from "./interrupt-firestore.ts";

describe("a server outage during a call", () => {
  useSystem();

  afterEach(async () => (await getSystem()).firestoreProxy.restore());

  it("Firestore behind a network that drops packets: media continues, the interface says so until Firestore is back, then a third person joins", () =>
    interruptFirestore("hold"));

  it("Firestore delayed by 150 ms each way: two people still meet", () =>
    withPeople(2, async (ann, ben) => {
      const { firestoreProxy } = await getSystem();
      firestoreProxy.delay(150);
      const askedAtMs = Date.now();
      await meet(ann, ben);
      for (const person of [ann, ben]) await expectSeesAndHears(person, 1);
      reportTime("Firestore delayed by 150 ms each way: from the start screen to media for both", askedAtMs);
    }));
});
