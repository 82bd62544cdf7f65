// Tests that scenes look as in the pictures that are kept. UPDATE_PICTURES=1 keeps new ones.
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { comparePictures, type Difference } from "./compare-pictures.ts";
import { pathsOf, type Picture } from "./picture-plan.ts";
import { shrinkPicture } from "./shrink-picture.ts";
import { openPhotographer, type Photographer } from "./take-pictures.ts";

const isUpdating = process.env["UPDATE_PICTURES"] === "1";
/** Pictures of people, fonts and panels arrive within this. Only a failure waits for it. */
const maxWaitMs = 8_000;
/** In which nothing moves, before a picture is kept. */
const restMs = 300;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function save(path: string, picture: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, picture);
}

async function takeAtRest(photographer: Photographer): Promise<Buffer> {
  const endsAtMs = Date.now() + maxWaitMs;
  let last = await photographer.take();
  while (Date.now() < endsAtMs) {
    await sleep(restMs);
    const next = await photographer.take();
    if (next.equals(last)) return next;
    last = next;
  }
  throw new Error("It never comes to rest");
}

async function keep(photographer: Photographer, of: Picture): Promise<void> {
  const { kept } = pathsOf(of);
  const picture = await takeAtRest(photographer);
  const isSame = existsSync(kept) && comparePictures(picture, await readFile(kept)).pixels === 0;
  if (!isSame) await save(kept, shrinkPicture(picture));
}

async function compare(photographer: Photographer, of: Picture): Promise<void> {
  const { kept, actual, difference } = pathsOf(of);
  if (!existsSync(kept)) throw new Error(`There is no ${kept}. UPDATE_PICTURES=1 makes it.`);
  const expected = await readFile(kept);
  const endsAtMs = Date.now() + maxWaitMs;
  let found: Difference;
  let picture: Buffer;
  do {
    picture = await photographer.take();
    found = comparePictures(picture, expected);
  } while (found.pixels > 0 && Date.now() < endsAtMs);
  await Promise.all([actual, difference].map((path) => rm(path, { force: true })));
  if (found.pixels === 0) return;
  await save(actual, picture);
  if (found.picture !== null) await save(difference, found.picture);
  const how = found.picture === null ? "has another size" : `differs in ${found.pixels} pixels: ${difference}`;
  throw new Error(`${kept} ${how}\nNow it looks like ${actual}\nIf that is right: UPDATE_PICTURES=1`);
}

export function describePictures(pictures: readonly Picture[]): void {
  describe("the gallery in pictures", function () {
    let photographer: Photographer;

    before(async () => {
      photographer = await openPhotographer();
    });
    after(() => photographer.close());

    for (const picture of pictures) {
      const { scene, view } = picture;
      it(`shows ${scene.name} as before (${view.name})`, async () => {
        await photographer.open(scene, view);
        await (isUpdating ? keep : compare)(photographer, picture);
      });
    }
  });
}
