// More of the waiting room: refusals, reloads, a switch in the middle, no host, three people, and a
// newcomer who does not obey.
import { expect } from "chai";
import { disobey, sendOverChannels } from "../support/attacks/disobedient.ts";
import { withPeople, type Person } from "../support/browser.ts";
import { countConnections, readTraffic } from "../support/connections.ts";
import { watchRoom } from "../support/stored/documents.ts";
import { eventually } from "../support/eventually.ts";
import { connect, createRoom, expectSeesAndHears, meet, openLink, waitForTiles } from "../support/meeting.ts";
import { chooseAndConfirm, waitForDeadEnd } from "../support/panel.ts";
import { getSystem, useSystem } from "../support/system.ts";
import { useOwnFirestore } from "../removal/lose-firestore.ts";
import { ownFirestore } from "../support/network/own-firestore.ts";
import { knock, switchWaitingRoom } from "./knock-and-answer.ts";
import { readSeats, uuidOf, watchToken, writeWith } from "./write-by-hand.ts";

async function readAdmitted(link: string): Promise<string[]> {
  const { firestore } = await getSystem();
  const room = await firestore.doc(`rooms/${uuidOf(link)}`).get();
  return (room.get("admitted") ?? []) as string[];
}

/** Ann's room, with the waiting room on. */
async function openWaitingRoom(ann: Person): Promise<string> {
  const link = await createRoom(ann);
  await connect(ann);
  await switchWaitingRoom(ann, true);
  return link;
}

describe("the waiting room", () => {
  useSystem();
  const giveOwn = useOwnFirestore();

  it("refuses somebody, says so with words of its own, and lets them ask again only later", () =>
    withPeople(2, async (ann, ben) => {
      const link = await openWaitingRoom(ann);
      await knock(ben, link, "Ben");
      await ann.page.getByTestId("refuse-knock").click();
      await waitForDeadEnd(ben, "refused");
      await ann.page.getByTestId("knock-note").waitFor({ state: "detached" });
      await ben.page.getByTestId("again").click();
      await ben.page.getByTestId("lobby").waitFor();
      await waitForDeadEnd(ben, "refused");
      expect(await ann.page.getByTestId("knock-note").count()).to.equal(0);
    }));

  it("does not ask an admitted person again after a reload, nor a host", () =>
    withPeople(2, async (ann, ben) => {
      const link = await openWaitingRoom(ann);
      await knock(ben, link, "Ben");
      await ann.page.getByTestId("admit-knock").click();
      await expectSeesAndHears(ben, 1);
      await ben.page.reload();
      await ben.page.locator('[data-testid="call"][data-entered="true"]').waitFor();
      await expectSeesAndHears(ben, 1);
      await ann.page.reload();
      await ann.page.locator('[data-testid="call"][data-entered="true"]').waitFor();
      await expectSeesAndHears(ann, 1);
      await expectSeesAndHears(ben, 1);
    }));

  it("keeps those who are inside when it is switched on, and lets everybody in when it is switched off", () =>
    withPeople(3, async (ann, ben, cat) => {
      const link = await meet(ann, ben);
      // Cat has prepared her connections.
      await openLink(cat, link);
      await eventually(
        "two open connections",
        async () => (await readTraffic(cat.page)).connected,
        (connected) => connected === 2,
      );
      await switchWaitingRoom(ann, true);
      await cat.page.getByText("Ask to join", { exact: true }).waitFor();
      await eventually(
        "no connection",
        async () => (await readTraffic(cat.page)).connected,
        (connected) => connected === 0,
      );
      await expectSeesAndHears(ben, 1);
      await eventually(
        "Ben among the admitted",
        () => readAdmitted(link),
        (admitted) => admitted.length === 1,
      );
      await ben.page.reload();
      await expectSeesAndHears(ben, 1);
      await cat.page.getByTestId("connect").click();
      await ann.page.getByTestId("knock-note").waitFor();
      await switchWaitingRoom(ann, false);
      await expectSeesAndHears(cat, 2);
    }));

  it("says as a guess that no host is there, and goes on when one is back", () =>
    withPeople(2, async (ann, ben) => {
      const link = await openWaitingRoom(ann);
      await ann.page.getByTestId("leave").click();
      await waitForDeadEnd(ann, "left");
      await knock(ben, link, "Ben");
      await ben.page.getByTestId("host-away").waitFor();
      await ann.page.getByTestId("again").click();
      await connect(ann);
      await ann.page.getByTestId("knock-note").waitFor();
      await ben.page.getByTestId("host-away").waitFor({ state: "detached" });
      await ann.page.getByTestId("admit-knock").click();
      await expectSeesAndHears(ben, 1);
    }));

  it("is taken back by the person, and tells several apart", () =>
    withPeople(3, async (ann, ben, cat) => {
      const link = await openWaitingRoom(ann);
      await knock(ben, link, "Ben");
      await knock(cat, link, "Ben");
      await ann.page.getByTestId("admit-all").waitFor();
      const names = ann.page.getByTestId("waiting-person").locator("bdi");
      expect(await names.allTextContents()).to.deep.equal(["Ben", "Ben (2)"]);
      await cat.page.getByTestId("cancel-knock").click();
      await ann.page.getByTestId("admit-knock").waitFor();
      await cat.page.getByTestId("connect").click();
      await ann.page.getByTestId("admit-all").click();
      await expectSeesAndHears(ben, 2);
      await expectSeesAndHears(cat, 2);
    }));

  it("forgets an admission with a removal", () =>
    withPeople(2, async (ann, ben) => {
      const link = await openWaitingRoom(ann);
      await knock(ben, link, "Ben");
      await ann.page.getByTestId("admit-knock").click();
      await waitForTiles(ann.page, 1);
      await chooseAndConfirm(ann, "remove-person");
      await waitForDeadEnd(ben, "removed");
      expect(await readAdmitted(link)).to.deep.equal([]);
    }));

  it("holds back somebody who presses Connect before they know of it, and lets them in later", () =>
    withPeople([{}, ownFirestore], async (ann, ben) => {
      const proxy = await giveOwn(ben!);
      const link = await createRoom(ann!);
      await connect(ann!);
      await openLink(ben!, link);
      await eventually(
        "an open connection",
        async () => (await readTraffic(ben!.page)).connected,
        (connected) => connected === 1,
      );
      proxy.hold();
      await switchWaitingRoom(ann!, true);
      await connect(ben!);
      await waitForTiles(ann!.page, 0);
      proxy.restore();
      await ben!.page.getByTestId("cancel-knock").waitFor();
      expect(await ann!.page.getByTestId("tile").count()).to.equal(0);
      await ann!.page.getByTestId("admit-knock").click();
      await expectSeesAndHears(ben!, 1);
    }));

  it("refuses whatever a newcomer writes who does not obey", () =>
    withPeople(2, async (ann, ben) => {
      const link = await openWaitingRoom(ann);
      const { firestore } = await getSystem();
      const room = watchRoom(firestore, uuidOf(link));
      try {
        const token = watchToken(ben);
        await openLink(ben, link);
        await ben.page.getByText("Ask to join", { exact: true }).waitFor();
        const write = await writeWith(await token());
        const { own, others } = await readSeats(link);
        const signal = { from: own.id, session: own.get("session") as string, payload: "AAAA" };
        expect(await write(own.ref.path, { hasKnocked: true }), "knocks").to.equal(200);
        expect(await write(own.ref.path, { isActive: true }), "enters").to.equal(403);
        expect(await write(own.ref.path, { isActive: true, hasKnocked: true }), "enters and knocks").to.equal(403);
        expect(await write(own.ref.path, { role: "host" }), "becomes host").to.equal(403);
        for (const { ref } of others) {
          const slot = ref.collection("inbox").doc(`${own.id}-0`).path;
          expect(await write(slot, signal, ["sentAt", "expireAt"]), "writes a signal").to.equal(403);
        }
        expect(await write(`rooms/${uuidOf(link)}`, { admitted: [own.id] }), "admits itself").to.equal(403);
        expect(await write(`rooms/${uuidOf(link)}`, { hasWaitingRoom: false }), "switches it off").to.equal(403);
        expect(room.messages).to.deep.equal([]);
        expect([await countConnections(ann.page), await countConnections(ben.page)]).to.deep.equal([0, 0]);
        await waitForTiles(ann.page, 0);
      } finally {
        room.stop();
      }
    }));

  it("leaves nothing to a newcomer who had connected before it was switched on, and does not obey", () =>
    withPeople([{}, {}], async (ann, eve) => {
      await eve!.context.addInitScript(disobey);
      const link = await createRoom(ann!);
      await connect(ann!);
      await openLink(eve!, link);
      await eventually(
        "an open connection",
        async () => (await readTraffic(ann!.page)).connected,
        (connected) => connected === 1,
      );
      await switchWaitingRoom(ann!, true);
      await eventually(
        "no connection",
        async () => (await readTraffic(ann!.page)).connected,
        (connected) => connected === 0,
      );
      const constraints = { audio: true, video: true, screen: false };
      await sendOverChannels(eve!.page, [{ type: "state", hasEntered: true, constraints, name: "Eve" }]);
      await knock(eve!, link, "Eve", { isOpen: true });
      await ann!.page.getByTestId("knock-note").waitFor();
      expect(await ann!.page.getByTestId("tile").count()).to.equal(0);
      expect((await readTraffic(ann!.page)).mediaBytesSent).to.equal(0);
      expect((await readTraffic(eve!.page)).framesOfAll).to.equal(0);
      await ann!.page.getByTestId("admit-knock").click();
      await waitForTiles(ann!.page, 1);
    }));
});
