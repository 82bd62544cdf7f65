// A removal, and the end of a room, for pages that cannot reach Firestore. They learn of it by the
// host's word over the control channel.
import { withPeople, type Person } from "../support/browser.ts";
import { disobey, sendOverChannels } from "../support/attacks/disobedient.ts";
import {
  connect,
  countTiles,
  createRoom,
  expectSeesAndHears,
  meet,
  openLink,
  waitForTiles,
} from "../support/meeting.ts";
import { expectUnbrokenMedia } from "../support/media.ts";
import { ownFirestore } from "../support/network/own-firestore.ts";
import { openPeoplePanel, pressAndConfirm, waitForDeadEnd } from "../support/panel.ts";
import { useSystem } from "../support/system.ts";
import { expectNothingMore, idOf, removeByHost, waitForOpen } from "./after-removal.ts";
import { loseFirestore, useOwnFirestore } from "./lose-firestore.ts";

async function enter(person: Person, link: string): Promise<void> {
  await openLink(person, link);
  await connect(person);
}

describe("without Firestore, a removal", () => {
  useSystem();
  const giveOwn = useOwnFirestore();

  it("reaches everybody else: a guest who is cut off too closes the connection to a page that does not obey", () =>
    withPeople([{}, ownFirestore, ownFirestore], async (ann, ben, eve) => {
      await eve!.context.addInitScript(disobey);
      const [proxyOfBen, proxyOfEve] = [await giveOwn(ben!), await giveOwn(eve!)];
      const link = await createRoom(ann!);
      await connect(ann!);
      await enter(ben!, link);
      await waitForTiles(ann!.page, 1);
      const idOfBen = await idOf(ann!);
      await enter(eve!, link);
      for (const person of [ann!, ben!, eve!]) await expectSeesAndHears(person, 2);
      const ids = await Promise.all([0, 1].map((index) => idOf(ann!, index)));
      await loseFirestore([ben!, proxyOfBen], [eve!, proxyOfEve]);
      await removeByHost(
        ann!,
        ids.find((id) => id !== idOfBen)!,
      );
      for (const person of [ann!, ben!]) {
        await waitForTiles(person.page, 1);
        await waitForOpen(person, 1);
      }
      await expectNothingMore(eve!, { people: [ann!, ben!], others: 1 });
    }));

  it("is not believed of a guest", () =>
    withPeople([{}, ownFirestore, {}], async (ann, ben, eve) => {
      await eve!.context.addInitScript(disobey);
      const proxy = await giveOwn(ben!);
      await meet(ann!, ben!, eve!);
      for (const person of [ann!, ben!, eve!]) await expectSeesAndHears(person, 2);
      await loseFirestore([ben!, proxy]);
      const ids = await Promise.all([ann!, ben!, eve!].map((person) => idOf(person)));
      const participantIDs = [...new Set([...ids, await idOf(ann!, 1), await idOf(eve!, 1)])];
      const words = participantIDs.map((participantID) => ({ type: "removed", participantID }));
      await sendOverChannels(eve!.page, [...words, { type: "ended" }]);
      await expectUnbrokenMedia([ann!, ben!, eve!], 2, 3_000);
      for (const { page } of [ann!, ben!, eve!])
        if ((await countTiles(page)) !== 2) throw new Error("Somebody is gone");
    }));
});

describe("without Firestore, a seat that was taken over", () => {
  useSystem();
  const giveOwn = useOwnFirestore();

  it("leaves a page that does not obey with nothing", () =>
    withPeople([{}, ownFirestore, {}], async (ann, eve, elsewhere) => {
      await eve!.context.addInitScript(disobey);
      const proxy = await giveOwn(eve!);
      const link = await meet(ann!, eve!);
      for (const person of [ann!, eve!]) await expectSeesAndHears(person, 1);
      await loseFirestore([eve!, proxy]);
      // The same person in another browser.
      const userID = await eve!.page.evaluate(() => localStorage.getItem("userID"));
      await elsewhere!.context.addInitScript((id) => localStorage.setItem("userID", id ?? ""), userID);
      await elsewhere!.page.goto(link);
      await elsewhere!.page.getByTestId("take-over").click();
      await connect(elsewhere!);
      for (const person of [ann!, elsewhere!]) await expectSeesAndHears(person, 1);
      await waitForOpen(ann!, 1);
      await expectNothingMore(eve!, { people: [ann!, elsewhere!], others: 1 });
    }));
});

describe("without Firestore, the end of a room", () => {
  useSystem();
  const giveOwn = useOwnFirestore();

  it("reaches a guest who is cut off, and leaves a page that does not obey with nothing", () =>
    withPeople([{}, ownFirestore, ownFirestore], async (ann, ben, eve) => {
      await eve!.context.addInitScript(disobey);
      const proxies = [await giveOwn(ben!), await giveOwn(eve!)];
      await meet(ann!, ben!, eve!);
      for (const person of [ann!, ben!, eve!]) await expectSeesAndHears(person, 2);
      await loseFirestore([ben!, proxies[0]!], [eve!, proxies[1]!]);
      await openPeoplePanel(ann!);
      await pressAndConfirm(ann!, "end-for-all");
      for (const person of [ann!, ben!]) {
        await waitForDeadEnd(person, person === ann ? "erased" : "ended");
        await waitForOpen(person, 0);
      }
      await expectNothingMore(eve!, { people: [], others: 0 });
    }));
});
