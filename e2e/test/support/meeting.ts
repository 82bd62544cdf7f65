// The steps of a person in the interface, and what the person must see and hear.
import { expect } from "chai";
import { countPresentedFrames, readTraffic } from "./connections.ts";
import { eventually } from "./eventually.ts";
import type { AnyPage, AnyPerson } from "./firefox/any-person.ts";

export async function openStart({ page, origin }: AnyPerson): Promise<void> {
  await page.goto(origin);
  await page.getByTestId("go").waitFor();
}

/** Goes from the start screen to the lobby of a new room. Resolves to the link. */
export async function createRoom(person: AnyPerson): Promise<string> {
  await openStart(person);
  await person.page.getByTestId("go").click();
  await person.page.getByTestId("lobby").waitFor();
  return person.page.url();
}

export async function openLink({ page, origin }: AnyPerson, link: string): Promise<void> {
  const { pathname, hash } = new URL(link);
  await page.goto(origin + pathname + hash);
  await page.getByTestId("lobby").waitFor();
}

export async function connect({ page }: AnyPerson): Promise<void> {
  await page.getByTestId("connect").click();
  await page.getByTestId("call").waitFor();
}

/** Resolves when the page shows its own camera. */
export async function waitForPreview({ page }: AnyPerson): Promise<void> {
  const isMoving = () =>
    page.evaluate(() => {
      const video = document.querySelector<HTMLVideoElement>(
        '[data-testid="preview"] video, video[data-testid="preview"]',
      );
      return video !== null && video.videoWidth > 0 && video.currentTime > 0;
    });
  await eventually("the local preview", isMoving, (moving) => moving);
}

/** Creates a room and connects everybody. Resolves to the link. */
export async function meet(first: AnyPerson, ...others: AnyPerson[]): Promise<string> {
  const link = await createRoom(first);
  await connect(first);
  for (const other of others) {
    await openLink(other, link);
    await connect(other);
  }
  return link;
}

export function countTiles(page: AnyPage): Promise<number> {
  return page.getByTestId("tile").count();
}

export function waitForTiles(page: AnyPage, count: number): Promise<number> {
  return eventually(
    `${count} tiles`,
    () => countTiles(page),
    (tiles) => tiles === count,
  );
}

/**
 * The page decodes and presents video of each of the others, and receives audible audio of each.
 */
export async function expectSeesAndHears({ page }: AnyPerson, others: number): Promise<void> {
  await waitForTiles(page, others);
  const before = await eventually(
    `media of ${others}`,
    () => readTraffic(page),
    (traffic) =>
      traffic.connected === others &&
      traffic.framesDecoded.every((frames) => frames >= 5) &&
      traffic.audioEnergy.every((energy) => energy > 0.001),
  );
  await eventually(
    "frames and energy that continue",
    () => readTraffic(page),
    (now) =>
      now.framesDecoded.every((frames, index) => frames > (before.framesDecoded[index] ?? 0) + 2) &&
      now.audioEnergy.every((energy, index) => energy > (before.audioEnergy[index] ?? 0)),
  );
  await eventually(
    "frames presented",
    () => countPresentedFrames(page, { enough: 2, withinMs: 5_000 }),
    (counts) => counts.length === others && counts.every((frames) => frames >= 2),
  );
}

/** No error, no violation of the Content-Security-Policy, and no request to another machine. */
export function expectNoErrorsOrForeignRequests({ errors, requests }: AnyPerson): void {
  expect(errors).to.deep.equal([]);
  const foreign = requests.filter((url) => {
    const { protocol, hostname } = new URL(url);
    return protocol.startsWith("http") && hostname !== "127.0.0.1" && !hostname.endsWith(".localhost");
  });
  expect(foreign).to.deep.equal([]);
}
