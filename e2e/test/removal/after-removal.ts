// What is left of a connection after a removal, seen from both of its ends.
import { expect } from "chai";
import type { Person } from "../support/browser.ts";
import { eventually } from "../support/eventually.ts";
import { expectUnbrokenMedia } from "../support/media.ts";
import { openPeoplePanel } from "../support/panel.ts";
import { getSystem } from "../support/system.ts";

interface WatchedWindow extends Window {
  connections?: RTCPeerConnection[];
}

interface Received {
  readonly type: string;
  readonly kind?: string;
  readonly framesDecoded?: number;
  readonly packetsReceived?: number;
}

/** Connections that the page has not closed, whatever their state. */
export function countOpen({ page }: Person): Promise<number> {
  return page.evaluate(
    () =>
      ((window as WatchedWindow).connections ?? []).filter(({ signalingState }) => signalingState !== "closed").length,
  );
}

export async function waitForOpen(person: Person, count: number): Promise<void> {
  await eventually(
    `${count} open connections`,
    () => countOpen(person),
    (open) => open === count,
  );
}

/** Frames decoded and audio packets received, by every connection that the page ever made. */
function readReceived({ page }: Person): Promise<number> {
  return page.evaluate(async () => {
    let received = 0;
    for (const connection of (window as WatchedWindow).connections ?? []) {
      for (const stats of (await connection.getStats()).values() as Iterable<Received>) {
        if (stats.type !== "inbound-rtp") continue;
        received += stats.kind === "video" ? (stats.framesDecoded ?? 0) : (stats.packetsReceived ?? 0);
      }
    }
    return received;
  });
}

/**
 * The person decodes no frame and receives no audio any more, while the others go on with theirs.
 * What was under way has come before.
 */
export async function expectNothingMore(
  person: Person,
  others: { readonly people: readonly Person[]; readonly others: number },
): Promise<void> {
  const read = () => readReceived(person);
  let last = Number.NaN;
  const isStill = async () => {
    const before = last;
    last = await read();
    await person.page.waitForTimeout(1_000);
    return before === last;
  };
  await eventually("no further frame", isStill, (still) => still);
  if (others.people.length > 0) await expectUnbrokenMedia(others.people, others.others, 4_000);
  else await person.page.waitForTimeout(4_000);
  expect(await read(), "frames and audio of the removed person").to.equal(last);
}

export function idOf(viewer: Person, index = 0): Promise<string | null> {
  return viewer.page.getByTestId("tile").nth(index).getAttribute("data-participant");
}

/** By the host's interface. */
export async function removeByHost(host: Person, participantID: string): Promise<void> {
  if ((await host.page.getByTestId("people-panel").count()) === 0) await openPeoplePanel(host);
  const row = host.page.locator(`[data-testid="person-row"][data-participant="${participantID}"]`);
  await row.getByTestId("person-menu").click();
  await row.getByTestId("remove-person").click();
  await row.getByTestId("confirm").click();
}

/** By the request alone, as a host's other program would. No page of a host knows it first. */
export async function removeByRequest(host: Person, link: string, participantID: string): Promise<void> {
  const uuid = new URL(link).pathname.split("/").at(-1)!;
  const hostKey = await host.page.evaluate((room) => sessionStorage.getItem(`hostKey:${room}`), uuid);
  const response = await fetch(`${(await getSystem()).url}/room/${uuid}/remove`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ participantID, hostKey }),
  });
  expect(response.status).to.equal(200);
}

/** The participant that this person is to the others. The administrator sees who came last. */
export async function lastSeated(link: string): Promise<string> {
  const { firestore } = await getSystem();
  const uuid = new URL(link).pathname.split("/").at(-1)!;
  const seats = await firestore.collection(`rooms/${uuid}/users`).orderBy("joinedAt", "desc").limit(1).get();
  return seats.docs[0]!.id;
}

export const tileOf = (viewer: Person, participantID: string) =>
  viewer.page.locator(`[data-testid="tile"][data-participant="${participantID}"]`);
