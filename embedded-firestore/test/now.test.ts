import { expect } from "chai";
import { startFirestore } from "../src/index.ts";

describe("the time of a test", () => {
  it("is that of the rules", async () => {
    let now = Date.UTC(2030, 0, 1);
    const rules = `service cloud.firestore {
      match /databases/{database}/documents/{document=**} {
        allow get: if request.time < timestamp.date(2030, 1, 2);
      }
    }`;
    const firestore = await startFirestore({ rules, now: () => now });
    const read = async () =>
      (await fetch(`http://${firestore.host}/v1/projects/demo/databases/(default)/documents/rooms/a`)).status;
    expect(await read(), "permitted, and absent").to.equal(404);
    now += 24 * 60 * 60_000;
    expect(await read(), "refused").to.equal(403);
    await firestore.close();
  });
});
