// What a person learns in the lobby of a real room: who is inside, how the devices were left, and
// whether the link is whole.
import { expect } from "chai";
import { withPeople, type Person } from "../support/browser.ts";
import {
  connect,
  createRoom,
  expectNoErrorsOrForeignRequests,
  openLink,
  openStart,
  waitForTiles,
} from "../support/meeting.ts";
import { getSystem, useSystem } from "../support/system.ts";
import { switchWaitingRoom } from "../waiting/knock-and-answer.ts";

const inside = ({ page }: Person, words: string) =>
  page.getByTestId("inside").getByText(words, { exact: true }).waitFor();

async function enterAs(person: Person, name: string): Promise<void> {
  await person.page.getByTestId("name").fill(name);
  await connect(person);
}

async function createKeylessRoom(): Promise<string> {
  const { url } = await getSystem();
  const answer = await fetch(`${url}/create`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  return `${url}/r/${((await answer.json()) as { uuid: string }).uuid}`;
}

describe("the lobby of a room", () => {
  useSystem();

  it("names those inside, as they come, and only their number to whom the waiting room holds back", () =>
    withPeople(3, async (ann, ben, cat) => {
      const link = await createRoom(ann);
      await inside(ann, "Nobody is inside yet");
      await enterAs(ann, "Anna");
      await openLink(cat, link);
      await inside(cat, "Inside: \u2068Anna\u2069");
      await openLink(ben, link);
      await enterAs(ben, "Boris");
      await inside(cat, "Inside: \u2068Anna\u2069 and \u2068Boris\u2069");
      // In the lobby one is not named to others.
      await waitForTiles(ann.page, 1);
      await switchWaitingRoom(ann, true);
      await cat.page.reload();
      await cat.page.getByText("Ask to join", { exact: true }).waitFor();
      await cat.page.locator('[data-testid="lobby"][data-step="ready"]').waitFor();
      await inside(cat, "2 people are inside");
      for (const person of [ann, ben, cat]) expectNoErrorsOrForeignRequests(person);
    }));

  it("leaves the devices as the person left the call with them", () =>
    withPeople(1, async (ann) => {
      const link = await createRoom(ann);
      await connect(ann);
      for (const device of ["camera", "microphone"]) await ann.page.getByTestId(`toggle-${device}`).click();
      await ann.page.getByTestId("leave").click();
      await ann.page.getByTestId("dead-end").waitFor();
      await openStart(ann);
      await openLink(ann, link);
      await ann.page.getByTestId("others-see").getByText("camera off, microphone off").waitFor();
    }));

  it("tells a link that has lost its key from one that never had any", () =>
    withPeople(2, async (ann, ben) => {
      const { pathname, hash } = new URL(await createRoom(ann));
      const { url } = await getSystem();
      const damaged = [pathname, `${pathname}#`, pathname + hash.slice(0, -3), `${pathname}#AAECAwQFBgcICQoLDA0ODw`];
      for (const path of damaged) {
        await openStart(ben);
        await ben.page.goto(url + path);
        await ben.page.getByTestId("dead-end").waitFor();
        expect(await ben.page.getByTestId("dead-end").getAttribute("data-reason"), path).to.equal("incomplete-link");
        expect(await ben.page.getByTestId("no-key").count(), path).to.equal(0);
      }
      await openLink(ben, await createKeylessRoom());
      await ben.page.getByTestId("no-key").waitFor();
      await connect(ben);
      for (const person of [ann, ben]) expectNoErrorsOrForeignRequests(person);
    }));
});
