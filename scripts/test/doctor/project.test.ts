// The doctor at a project: a healthy one, and one for each thing that can be wrong. Each fault is
// told once, with its own code, and names what to do.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { before as beforeDeployment } from "../../doctor/checks/table.ts";
import { SignedOut } from "../../doctor/sign-in.ts";
import { root } from "../../system/start-system.ts";
import { faultsBefore } from "./faults-before.ts";
import { faultsDeployed } from "./faults-deployed.ts";
import { account, addresses, functions, good, notFound, policy, project, refusal, services } from "./google-answers.ts";
import { imitateGoogle, type Google } from "./google-imitation.ts";
import { faultsIn, findingOf, skippedIn, visit } from "./visit.ts";

const at = "https://functions.example";
const rules = readFileSync(join(root, "firestore.rules"), "utf8");
const ownEnv = `functions/.env.${project}`;

describe("the doctor at a project", function () {
  this.timeout(60_000);
  let google: Google;

  before(async () => {
    google = await imitateGoogle({ rules, functionsAt: at });
  });
  beforeEach(() => google.reset());
  after(() => google.close());

  it("finds nothing in a healthy one, looks at everything, and only reads", async () => {
    const found = await visit(google);
    expect(faultsIn(found)).to.deep.equal([]);
    expect(skippedIn(found)).to.deep.equal([]);
    const reads = google.asked.filter((name) => name.startsWith("GET ") || name.endsWith(":getIamPolicy"));
    expect(google.asked).to.deep.equal(reads);
    expect(google.asked).to.include.members(
      Object.entries(addresses).flatMap(([name, address]) =>
        ["projectPolicy", "editor", "signer"].includes(name) ? [] : [address],
      ),
    );
  });

  for (const { title, answers = {}, visit: how = {}, fault, cure } of [...faultsBefore, ...faultsDeployed]) {
    it(`says once that ${title}`, async () => {
      for (const [name, answer] of Object.entries(answers)) {
        google.answers.set(addresses[name as keyof typeof addresses], answer);
      }
      const found = await visit(google, how);
      expect(faultsIn(found)).to.deep.equal([fault]);
      const finding = findingOf(found, fault.split(":")[0]!);
      expect(finding).to.have.property("cure").that.includes(cure);
    });
  }

  it("leaves out what an API that is off explains, and looks at the rest", async () => {
    google.answers.set(addresses.services, good(services(["firestore"])));
    const skipped = skippedIn(await visit(google));
    expect(skipped).to.deep.equal(["firestore after apis", "rules after apis", "ttl after apis"]);
  });

  it("asks Google nothing more where nobody is signed in", async () => {
    await visit(google, { options: { signIn: () => Promise.reject(new SignedOut("Nobody is signed in.")) } });
    expect(google.asked).to.deep.equal([]);
  });

  it("leaves to the deployment what that enables", async () => {
    google.answers.set(addresses.services, good(services(["run", "cloudbuild"])));
    const found = await visit(google, { options: { isBefore: true } });
    expect(faultsIn(found)).to.deep.equal([]);
    expect(findingOf(found, "apis")).to.deep.equal({
      mark: "told",
      says: "firebase deploy will enable run.googleapis.com, cloudbuild.googleapis.com",
    });
  });

  it("leaves the account of the functions to the first deployment", async () => {
    google.answers.set(addresses.accountPolicy, notFound);
    const found = await visit(google, { parts: [beforeDeployment], options: { isBefore: true } });
    expect(findingOf(found, "signing")).to.have.property("mark", "told");
  });

  it("finds the right to sign in a role of the project, also in one of its own", async () => {
    google.answers.set(addresses.accountPolicy, good({}));
    google.answers.set(
      addresses.projectPolicy,
      good(policy([`projects/${project}/roles/signer`, `serviceAccount:${account}`])),
    );
    expect(findingOf(await visit(google), "signing").mark).to.equal("ok");
  });

  it("reads lists to their last page", async () => {
    const [first, ...rest] = functions(at).functions;
    google.answers.set(addresses.functions, good({ functions: [first], nextPageToken: "a/b" }));
    let pages = 0;
    const original = google.answers.get.bind(google.answers);
    google.answers.get = (name) => {
      if (name === addresses.functions && ++pages > 1) return good({ functions: rest });
      return original(name);
    };
    const found = await visit(google);
    google.answers.get = original;
    expect([pages, findingOf(found, "functions").mark]).to.deep.equal([2, "ok"]);
  });

  it("repeats no secret of a line that it cannot read", async () => {
    const found = await visit(google, { files: { [ownEnv]: "TURN_SECRET hidden-word\n" } });
    expect(JSON.stringify(found)).not.to.include("hidden-word");
  });

  it("prints no command to a terminal that Google's words hold", async () => {
    google.answers.set(addresses.billing, refusal(403, "PERMISSION_DENIED", "no\u001b[2J\u0007\u202ewords"));
    expect(findingOf(await visit(google), "billing"))
      .to.have.property("because")
      .that.matches(/: no \[2J words$/);
  });
});
