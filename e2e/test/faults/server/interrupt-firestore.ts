// Firestore is lost while two people talk, and comes back. Only their signalling notices it.
import { expect } from "chai";
import { withPeople, type Person } from "../../support/browser.ts";
import { connect, expectSeesAndHears, meet, openLink } from "../../support/meeting.ts";
import { reportTime } from "../../support/report.ts";
import { expectUnbrokenMedia } from "../../support/media.ts";
import { getSystem } from "../../support/system.ts";

export const outageMs = 10_000;

function expectThirdGetsIn(link: string, ann: Person, ben: Person): Promise<void> {
  return withPeople(1, async (cat) => {
    await openLink(cat, link);
    await connect(cat);
    for (const person of [ann, ben, cat]) await expectSeesAndHears(person, 2);
  });
}

export function interruptFirestore(fault: "refuse" | "hold"): Promise<void> {
  return withPeople(2, async (ann, ben) => {
    const { firestoreProxy } = await getSystem();
    const link = await meet(ann, ben);
    for (const person of [ann, ben]) await expectSeesAndHears(person, 1);
    const notes = [ann, ben].map(({ page }) => page.getByTestId("signalling-lost"));
    for (const note of notes) expect(await note.count()).to.equal(0);
    firestoreProxy[fault]();
    const lostAtMs = Date.now();
    const noticed = Promise.all(notes.map((note) => note.waitFor()));
    const reported = noticed.then(() => reportTime(`Firestore lost (${fault}): both pages say so after`, lostAtMs));
    await expectUnbrokenMedia([ann, ben], 1, outageMs, reported);
    firestoreProxy.restore();
    const restoredAtMs = Date.now();
    await Promise.all(notes.map((note) => note.waitFor({ state: "detached" })));
    reportTime("Firestore back: both notes gone after", restoredAtMs);
    await expectThirdGetsIn(link, ann, ben);
    reportTime("three see each other after", restoredAtMs);
  });
}
