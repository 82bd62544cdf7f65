// The doctor at a site: the real one of the Emulator Suite, with one thing changed on its way. At
// the end the whole program, as a person starts it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { ApiError } from "../../../functions/src/api-error.ts";
import { before as beforeDeployment, inProject, onSite } from "../../doctor/checks/table.ts";
import { root } from "../../system/start-system.ts";
import { faultsOnSite, html } from "./faults-on-site.ts";
import { addresses, apiOff, appID, functions, good, project, services } from "./google-answers.ts";
import { imitateGoogle, type Google } from "./google-imitation.ts";
import { runDoctor } from "./run-doctor.ts";
import { proxies, startSite, type SiteImitation } from "./site-imitation.ts";
import { faultsIn, findingOf, skippedIn, visit } from "./visit.ts";

describe("the doctor at a site", function () {
  this.timeout(180_000);
  let site: SiteImitation;
  let google: Google;
  const everything = [beforeDeployment, inProject, onSite];

  before(async () => {
    site = await startSite();
    const rules = readFileSync(join(root, "firestore.rules"), "utf8");
    google = await imitateGoogle({ rules, functionsAt: site.functionsAt });
  });
  beforeEach(() => {
    google.reset();
    site.change = () => undefined;
    site.countCallers({ trustedProxies: proxies });
  });
  after(async () => {
    await google.close();
    await site.close();
  });

  const look = () => visit(google, { parts: everything, options: { site: site.url } });

  it("finds nothing in a healthy one", async () => {
    const found = await look();
    expect(faultsIn(found)).to.deep.equal([]);
    expect(skippedIn(found)).to.deep.equal([]);
    expect(findingOf(found, "callers")).to.have.property("says").that.includes("120 a minute");
    expect(findingOf(found, "times"))
      .to.have.property("says")
      .that.matches(/room \d+, then \d+ ms; .*appCheck \d+, then \d+ ms/);
  });

  it("changes nothing, and no room is made", async () => {
    const answers: string[] = [];
    site.change = (path, { status }) => {
      if (/^\/(create|connect)/.test(path)) answers.push(`${path} ${status}`);
    };
    await look();
    expect(new Set(answers)).to.deep.equal(new Set(["/create 400", "/connect 400"]));
  });

  for (const {
    title,
    change = () => undefined,
    counting = { trustedProxies: proxies },
    fault,
    says,
    cure,
  } of faultsOnSite) {
    it(`says once that ${title}`, async () => {
      site.change = change;
      site.countCallers(counting);
      const found = await look();
      expect(faultsIn(found)).to.deep.equal([fault]);
      const finding = findingOf(found, fault.split(":")[0]!);
      expect(finding).to.have.property("says").that.includes(says);
      expect(finding).to.have.property("cure").that.includes(cure);
    });
  }

  it("says that it cannot tell who is asking when the limit is used up", async () => {
    await look();
    await look();
    expect(faultsIn(await look())).to.deep.equal(["callers: unknown limit-reached"]);
  });

  it("knows what is answered where App Check is on", async () => {
    google.answers.set(addresses.services, good(services([], ["firebaseappcheck"])));
    const files = { [`functions/.env.${project}`]: `APP_CHECK_APP_ID=${appID}\n` };
    const isLocked = (path: string) => /\/(room|create|connect)\b/.test(path);
    site.change = (path, answer) => {
      if (isLocked(path)) Object.assign(answer, { status: 401, body: Buffer.from('{"code":"app-check-required"}') });
      if (path === "/appCheck/challenge") answer.status = 200;
    };
    const refusal = new ApiError("app-check-required", "This request needs a token.");
    site.countCallers({ trustedProxies: proxies, guard: (_request, _response, next) => next(refusal) });
    const found = await visit(google, { parts: everything, files, options: { site: site.url } });
    expect(faultsIn(found)).to.deep.equal([]);
    expect(findingOf(found, "requests")).to.have.property("says").that.includes("connect 401 app-check-required");
  });

  it("leaves out what missing functions explain, and looks at the pages", async () => {
    google.answers.set(addresses.functions, { status: 200, body: functions(site.functionsAt, { room: null }) });
    expect(skippedIn(await look())).to.deep.equal(
      ["schedule", "times", "requests", "direct-request", "callers"].map((id) => `${id} after functions`),
    );
  });

  it("looks at the site all the same where Google tells nothing", async () => {
    google.answers.set(addresses.project, apiOff("firebase.googleapis.com"));
    const found = await look();
    expect(faultsIn(found)).to.deep.equal(["project: unknown api-off"]);
    expect(findingOf(found, "requests").mark).to.equal("ok");
    expect(findingOf(found, "direct-request").mark).to.equal("skipped");
  });

  it("ends with 0 after a healthy one, and says what it saw, line by line", async () => {
    const { code, output } = await runDoctor(google, ["--site", site.url]);
    expect([code, output.match(/^ {2}[✗?–]/gm)], output).to.deep.equal([0, null]);
    expect(output).to.include("my-meetings: 22 well, 2 only told.");
    expect(output).to.match(/✓ Signed in: as anna@example\.com$/m);
  });

  it("ends with 1 after a broken one", async () => {
    site.change = (path, answer) => path.startsWith("//r/") && html(answer, 404);
    google.answers.set(addresses.billing, { status: 200, body: {} });
    const { code, output } = await runDoctor(google, ["--site", site.url]);
    expect(code, output).to.equal(1);
    expect(output).to.include("✗ Blaze plan: billing is off [billing-off]\n      cause: ");
    expect(output).to.include('– Not looked at, because of "Blaze plan": Functions, Sweep');
    expect(output).to.match(/my-meetings: \d+ well, 2 failed, 6 not looked at/);
  });
});
