// What people do in a call, with Firefox at one end of it or at both.
import { expect } from "chai";
import { openChat, waitForChat, writeMessage } from "../chat/write-and-read.ts";
import { createProtectedRoom, decomposed, password } from "../journeys/protection/protected-room.ts";
import { readTraffic } from "../support/connections.ts";
import { eventually } from "../support/eventually.ts";
import { pairings, withPairing, type PersonWithTabs } from "../support/firefox/pairings.ts";
import {
  connect,
  countTiles,
  createRoom,
  expectNoErrorsOrForeignRequests,
  expectSeesAndHears,
  meet,
  openLink,
  waitForPreview,
  waitForTiles,
} from "../support/meeting.ts";
import { waitForDeadEnd } from "../support/panel.ts";
import { useSystem } from "../support/system.ts";
import { waitForSilence } from "./silence.ts";

async function expectMediaOfAll(people: readonly PersonWithTabs[]): Promise<void> {
  for (const person of people) await expectSeesAndHears(person, people.length - 1);
}

for (const pairing of pairings) {
  describe(`people in ${pairing.join(", ")}`, () => {
    useSystem();

    it("are connected in the lobby, and send nothing before they press Connect", () =>
      withPairing(pairing, async (ann, ...others) => {
        const people = [ann, ...others];
        const link = await createRoom(ann);
        await waitForPreview(ann);
        await connect(ann);
        for (const other of others) await openLink(other, link);
        for (const other of others) await waitForPreview(other);
        const isConnected = ({ connected }: { connected: number }) => connected > 0;
        for (const { page } of people)
          await eventually("connections in the lobby", () => readTraffic(page), isConnected);
        for (const { page } of people) {
          expect(await countTiles(page)).to.equal(0);
          expect((await readTraffic(page)).mediaBytesSent).to.equal(0);
        }
        for (const other of others) await connect(other);
        await expectMediaOfAll(people);
        for (const person of people) expectNoErrorsOrForeignRequests(person);
      }));

    it("see who has turned off the microphone or the camera, and hear nothing of a muted one", () =>
      withPairing(pairing, async (ann, ben, ...others) => {
        await meet(ann, ben, ...others);
        await expectMediaOfAll([ann, ben, ...others]);
        for (const device of ["microphone", "camera"]) {
          const icon = ann.page.getByTestId(`tile-${device}-off`);
          await ben.page.getByTestId(`toggle-${device}`).click();
          await icon.waitFor();
          for (const other of others) await other.page.getByTestId(`toggle-${device}`).click();
          if (device === "microphone") await waitForSilence(ann.page);
          for (const other of [ben, ...others]) await other.page.getByTestId(`toggle-${device}`).click();
          await icon.waitFor({ state: "detached" });
        }
        await expectMediaOfAll([ann, ben, ...others]);
      }));

    for (const [role, place] of [
      ["host", 0],
      ["guest", 1],
    ] as const) {
      it(`are in the call again after a reload by the ${role}`, () =>
        withPairing(pairing, async (...people) => {
          await meet(...people);
          await expectMediaOfAll(people);
          await people[place].page.reload();
          await people[place].page.getByTestId("call").waitFor();
          await expectMediaOfAll(people);
        }));

      it(`meet the ${role} again, who has closed the tab and opens the link`, () =>
        withPairing(pairing, async (...people) => {
          const link = await meet(...people);
          await expectMediaOfAll(people);
          await people[place].page.close({ runBeforeUnload: false });
          const back = await people[place].openTab();
          await openLink(back, link);
          await connect(back);
          await expectMediaOfAll(people.map((person, index) => (index === place ? back : person)));
        }));

      it(`meet the ${role} again, who has left and opens the link`, () =>
        withPairing(pairing, async (...people) => {
          const link = await meet(...people);
          await expectMediaOfAll(people);
          await people[place].page.getByTestId("leave").click();
          await people[place].page.getByTestId("dead-end").waitFor();
          await waitForTiles(people[1 - place]!.page, people.length - 2);
          await people[place].page.goto(people[place].origin);
          await openLink(people[place], link);
          await connect(people[place]);
          await expectMediaOfAll(people);
        }));

      it(`see the ${role} move the call to a second tab, and back`, () =>
        withPairing(pairing, async (...people) => {
          const link = await meet(...people);
          await expectMediaOfAll(people);
          const first = people[place];
          const second = await first.openTab();
          await second.page.goto(link);
          await waitForDeadEnd(second, "already-connected");
          await first.page.bringToFront();
          await expectMediaOfAll(people);
          await move(first, second);
          await expectMediaOfAll(people.map((person) => (person === first ? second : person)));
          await move(second, first);
          await expectMediaOfAll(people);
        }));
    }

    it("enter a room with a password, whichever way they compose it", () =>
      withPairing(pairing, async (...people) => {
        const { link } = await createProtectedRoom();
        for (const [index, person] of people.entries()) {
          await openLink(person, link);
          await person.page.getByTestId("password").fill(index === 0 ? password : decomposed);
          await connect(person);
        }
        await expectMediaOfAll(people);
      }));

    it("write to each other in the chat", () =>
      withPairing(pairing, async (...people) => {
        await meet(...people);
        for (const { page } of people) await waitForTiles(page, people.length - 1);
        for (const person of people) await openChat(person);
        const written: string[] = [];
        for (const [index, person] of people.entries()) {
          written.push(`Message ${index} 🙂`);
          await writeMessage(person, written[index]!);
          for (const { page } of people) await waitForChat(page, written);
        }
      }));
  });
}

async function move(from: PersonWithTabs, to: PersonWithTabs): Promise<void> {
  await to.page.bringToFront();
  await to.page.getByTestId("take-over").click();
  await to.page.getByTestId("call").waitFor();
  await waitForDeadEnd(from, "moved");
}
