// The self-check against the real functions, rules and Firestore, and the Auth emulator.
import { readFile } from "node:fs/promises";
import { paths } from "@meetogram/contract";
import { expect } from "chai";
import { getApps } from "firebase-admin/app";
import { getAuth } from "firebase-admin/auth";
import { selfCheck } from "../../src/index.ts";
import { checkSite } from "../../src/self-check/self-check.ts";
import { withAppCheck } from "../stage/app-check.ts";
import { linesOf } from "../stage/log.ts";
import { createRoom, firestore } from "../stage/meeting.ts";
import { openSite, type Site } from "./site.ts";

const allSteps = ["configuration", "create", "connect", "signIn", "signal", "rules", "burn", "gone"];

async function setRules(content: string): Promise<void> {
  const project = process.env["GCLOUD_PROJECT"];
  const url = `http://${process.env["FIRESTORE_EMULATOR_HOST"]}/emulator/v1/projects/${project}:securityRules`;
  const response = await fetch(url, { method: "PUT", body: JSON.stringify({ rules: { files: [{ content }] } }) });
  expect(response.status).to.equal(200);
}

/** Other rules for the time of the task. */
async function withRules<T>(condition: "true" | "false", task: () => Promise<T>): Promise<T> {
  await setRules(`service cloud.firestore { match /databases/{d}/documents {
    match /{document=**} { allow read, write: if ${condition}; } } }`);
  try {
    return await task();
  } finally {
    await setRules(await readFile(new URL("../../../firestore.rules", import.meta.url), "utf8"));
  }
}

async function run(site: string): Promise<Readonly<Record<string, unknown>>> {
  process.env["SELF_CHECK_SITE"] = site;
  try {
    const lines = await linesOf(async () => selfCheck.run({ scheduleTime: new Date().toISOString() }));
    const own = lines.filter(({ event }) => event === "selfCheck");
    expect(own, "one line").to.have.length(1);
    return own[0]!;
  } finally {
    delete process.env["SELF_CHECK_SITE"];
  }
}

const countRooms = async (): Promise<number> => (await firestore().collection(paths.rooms).count().get()).data().count;
const countAccounts = async (): Promise<number> => (await getAuth(getApps()[0]).listUsers()).users.length;

describe("the self-check", () => {
  let site: Site;
  before(async () => {
    site = await openSite();
    // The functions take the first app of the Admin SDK, so theirs has to be the first.
    await createRoom();
  });
  after(() => site.close());

  it("passes where everything works, says how long each step took, and leaves nothing", async () => {
    const before = [await countRooms(), await countAccounts()];
    const line = await run(`${site.url}/`);
    expect(line).to.include({ severity: "INFO", message: "Self-check passed" });
    expect(Object.keys(line["steps"] as object)).to.deep.equal(allSteps);
    expect(line["ms"]).to.be.a("number").above(0);
    expect([await countRooms(), await countAccounts()]).to.deep.equal(before);
  });

  it("does the work where App Check is on", async () => {
    await withAppCheck(async () => {
      const guarded = await openSite({ hasAppCheck: true });
      const { failure, steps } = await checkSite(guarded.url);
      guarded.close();
      expect(failure).to.equal(undefined);
      expect(Object.keys(steps)).to.deep.equal(allSteps);
    });
  });

  it("fails with an error in the log where the rules let nobody in, and erases its room", async () => {
    const before = await countRooms();
    const line = await withRules("false", () => run(site.url));
    expect(line).to.include({ severity: "ERROR", message: "Self-check failed: signal", step: "signal" });
    expect(line["reason"]).to.equal("RefusedError: Firestore answered 403 PERMISSION_DENIED.");
    expect(await countRooms()).to.equal(before);
  });

  it("fails where the rules let everybody in", async () => {
    const { failure } = await withRules("true", () => checkSite(site.url));
    expect(failure).to.deep.equal({
      step: "rules",
      reason: "Error: What should be refused with PERMISSION_DENIED was allowed.",
    });
  });

  it("fails where Auth does not sign in", async () => {
    const host = process.env["FIREBASE_AUTH_EMULATOR_HOST"];
    process.env["FIREBASE_AUTH_EMULATOR_HOST"] = "127.0.0.1:1";
    try {
      const { failure } = await checkSite(site.url);
      expect(failure?.step).to.equal("signIn");
    } finally {
      process.env["FIREBASE_AUTH_EMULATOR_HOST"] = host;
    }
  });

  it("fails where no site answers, and where the site is another one", async () => {
    const closed = await openSite();
    closed.close();
    const { failure } = await checkSite(closed.url);
    expect(failure?.step).to.equal("configuration");
    expect(failure?.reason).to.match(/ECONNREFUSED/);
    expect((await checkSite("nonsense")).failure?.step).to.equal("configuration");
  });
});
