// The program: its options, its login, and what it prints.
import { once } from "node:events";
import { readFileSync, writeFileSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { findFreePort } from "../../system/ports.ts";
import { root } from "../../system/start-system.ts";
import { accessToken, addresses, project } from "./google-answers.ts";
import { imitateGoogle, type Google } from "./google-imitation.ts";
import { runDoctor, signedIn } from "./run-doctor.ts";

describe("npm run doctor", function () {
  this.timeout(180_000);
  let google: Google;
  const servers: Server[] = [];

  before(async () => {
    const rules = readFileSync(join(root, "firestore.rules"), "utf8");
    google = await imitateGoogle({ rules, functionsAt: "https://functions.example" });
  });
  beforeEach(() => google.reset());
  after(() => google.close());
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  /** A server for tokens that answers this. Without an answer it is silent. */
  async function giveTokens(status: number, body?: object): Promise<string> {
    const server = createServer((_request, response) => {
      if (body === undefined) return;
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    });
    servers.push(server);
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  const expired = { ...signedIn, tokens: { ...signedIn.tokens, access_token: "ya29.old", expires_at: 1 } };

  it("refuses options that mean nothing, with 2", async () => {
    const wrong = [
      ["--project", "demo-meetogram"],
      ["--project", "My Meetings"],
      ["--project", "../../etc"],
      ["--project", project, "--site", "http://meet.example"],
      ["--project", project, "--site", "https://meet.example/r/"],
      ["--project", project, "--before", "--site", "https://meet.example"],
      ["--project", project, "--fast"],
      ["--project", project, "more"],
      ["--project"],
    ];
    for (const args of wrong) {
      const { code, output } = await runDoctor(google, args);
      expect([code, output.includes("npm run doctor -- --project ID")], args.join(" ")).to.deep.equal([2, true]);
    }
    expect(google.asked).to.deep.equal([]);
  });

  it("tells its options", async () => {
    const { code, output } = await runDoctor(google, ["--help"]);
    expect([code, output.includes("It\nonly reads.")]).to.deep.equal([0, true]);
  });

  it("looks only at what a deployment needs, with --before", async () => {
    const { code, output } = await runDoctor(google, ["--before"]);
    expect(code, output).to.equal(0);
    expect(output).to.include(`${project}: 10 well, 1 only told.`);
    expect(google.asked).to.not.include(addresses.release);
  });

  it("prints JSON with stable codes, and no token", async () => {
    google.answers.set(addresses.billing, { status: 200, body: {} });
    const { code, output } = await runDoctor(google, ["--before", "--json"]);
    const { isWell, counts, findings } = JSON.parse(output) as {
      isWell: boolean;
      counts: Record<string, number>;
      findings: { check: string; mark: string; code?: string }[];
    };
    expect([code, isWell, counts["failed"]]).to.deep.equal([1, false, 1]);
    expect(findings.find(({ check }) => check === "billing")).to.include({ mark: "failed", code: "billing-off" });
    for (const secret of [accessToken, "1//imitated"]) expect(output).not.to.include(secret);
  });

  it("gives the terminal no command that comes from outside", async () => {
    const body = { projectNumber: "12\u001b]0;x\u0007\u009b2J\u202e3", state: "ACTIVE" };
    google.answers.set(addresses.project, { status: 200, body });
    const { output } = await runDoctor(google, ["--before"]);
    expect(output)
      .to.include("number 12 ]0;x 2J 3")
      .and.not.match(/[^\P{Cc}\n]|\p{Cf}/u);
  });

  it("renews a login that has run out, as the Firebase CLI does", async () => {
    const tokens = await giveTokens(200, { access_token: accessToken, expires_in: 3600, token_type: "Bearer" });
    const { code, output } = await runDoctor(google, ["--before"], {
      login: expired,
      env: { FIREBASE_TOKEN_URL: tokens },
    });
    expect(code, output).to.equal(0);
    expect(output).to.include("✓ Signed in: as anna@example.com");
  });

  it("says that a login was revoked", async () => {
    const tokens = await giveTokens(400, { error: "invalid_grant", error_description: "Token has been revoked." });
    const { code, output } = await runDoctor(google, ["--before"], {
      login: expired,
      env: { FIREBASE_TOKEN_URL: tokens },
    });
    expect(code, output).to.equal(1);
    expect(output).to.include("[signed-out]\n      cause: The login has expired, or was revoked.");
    expect(output).to.include('– Not looked at, because of "Signed in": Project, Blaze plan,');
    expect(output).not.to.include("1//imitated");
  });

  it("says that the login cannot be renewed without a network", async () => {
    const env = { FIREBASE_TOKEN_URL: `http://127.0.0.1:${await findFreePort()}` };
    const { output } = await runDoctor(google, ["--before"], { login: expired, env });
    expect(output).to.include("? Signed in: not known, because www.googleapis.com cannot be reached (ECONNREFUSED)");
  });

  it("says that nobody is signed in", async () => {
    const { code, output } = await runDoctor(google, ["--before"], { login: {} });
    expect(code, output).to.equal(1);
    expect(output).to.include("✗ Signed in: not to Google [signed-out]\n      cause: Nobody is signed in.");
    expect(google.asked).to.deep.equal([]);
  });

  // https://google.aip.dev/auth/4117
  it("uses the credentials of a machine, as in CI", async () => {
    const folder = mkdtempSync(join(tmpdir(), "meetogram-credentials-"));
    const file = join(folder, "credentials.json");
    writeFileSync(join(folder, "subject"), "of the machine");
    const tokens = await giveTokens(200, {
      access_token: accessToken,
      issued_token_type: "urn:ietf:params:oauth:token-type:access_token",
      token_type: "Bearer",
      expires_in: 3600,
    });
    const credentials = {
      type: "external_account",
      audience: "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci/providers/ci",
      subject_token_type: "urn:ietf:params:oauth:token-type:jwt",
      token_url: `${tokens}/v1/token`,
      credential_source: { file: join(folder, "subject") },
    };
    writeFileSync(file, JSON.stringify(credentials));
    try {
      const env = { GOOGLE_APPLICATION_CREDENTIALS: file };
      const { code, output } = await runDoctor(google, ["--before"], { login: {}, env });
      expect(code, output).to.equal(0);
      writeFileSync(file, "{}");
      const broken = await runDoctor(google, ["--before"], { login: {}, env });
      expect(broken.output).to.include(
        "cause: GOOGLE_APPLICATION_CREDENTIALS gives no token: the file is wrong, or the network.",
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
