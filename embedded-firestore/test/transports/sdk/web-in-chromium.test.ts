import { startFirestore, type RunningFirestore } from "../../../src/index.ts";
import { launchBrowser, type TestBrowser } from "./browser.ts";
import { describeFirestore } from "./describe-firestore.ts";

describe("the JS SDK in Chromium, over WebChannel", function () {
  this.timeout(60_000);
  let firestore: RunningFirestore;
  let browser: TestBrowser;
  before(async () => {
    firestore = await startFirestore();
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await firestore.close();
  });

  describeFirestore("the JS SDK in Chromium", (options) =>
    browser.openPage({ ...options, host: "127.0.0.1", port: firestore.port }),
  );
});
