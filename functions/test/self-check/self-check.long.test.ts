// The self-check against everything that `npm start` serves: Hosting with its rewrites, the bundle
// of the functions, Auth, and Firestore with the rules.
import { expect } from "chai";
import { buildAll } from "../../../scripts/system/build.ts";
import { root } from "../../../scripts/system/start-system.ts";
import { checkSite, type SelfCheckReport } from "../../src/self-check/self-check.ts";
import { logWhileServing, setEnvironment } from "../stage/served.ts";

describe("the self-check of a served site", () => {
  before(async function () {
    this.timeout(120_000);
    await buildAll(root);
  });

  it("passes, and its requests are in the log", async function () {
    this.timeout(240_000);
    let report!: SelfCheckReport;
    const log = await logWhileServing(async ({ url, ports }) => {
      const restore = setEnvironment({
        FIRESTORE_EMULATOR_HOST: `127.0.0.1:${ports.firestore}`,
        FIREBASE_AUTH_EMULATOR_HOST: `127.0.0.1:${ports.auth}`,
      });
      report = await checkSite(url).finally(restore);
    });
    expect(report.failure).to.equal(undefined);
    expect(Object.keys(report.steps)).to.include.members(["signal", "rules", "gone"]);
    expect(log).to.include("POST burn 200").and.to.include("GET room 404 room-not-found");
  });
});
