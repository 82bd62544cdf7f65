import { expect } from "chai";
import { fetchConfig } from "../../src/api/config.ts";
import { isLocalHostname } from "../../src/api/config-path.ts";

const firebase = { projectId: "demo", apiKey: "key" };
const at = (port: number) => ({ host: "127.0.0.1", port });

function serve(answers: Record<string, unknown>): typeof fetch {
  return async (input) => {
    const answer = answers[String(input)];
    return new Response(JSON.stringify(answer ?? {}), { status: answer === undefined ? 404 : 200 });
  };
}

describe("the configuration", () => {
  it("comes from Hosting where the client is deployed", async () => {
    const answers = { "/__/firebase/init.json": { ...firebase, storageBucket: "unused" } };
    expect(await fetchConfig({ hostname: "meet.example", fetch: serve(answers) })).to.deep.equal({ firebase });
  });

  it("names the emulators in a local run", async () => {
    const local = { firebase, emulators: { firestore: at(8080), auth: at(9099) } };
    for (const hostname of ["127.0.0.1", "localhost", "t1.localhost", "[::1]"]) {
      expect(await fetchConfig({ hostname, fetch: serve({ "/config.json": local }) })).to.deep.equal(local);
    }
  });

  it("never takes emulators from a deployed site", async () => {
    const answers = {
      "/__/firebase/init.json": { firebase, ...firebase, emulators: { firestore: at(1), auth: at(2) } },
    };
    const config = await fetchConfig({ hostname: "meet.example", fetch: serve(answers) });
    expect(config).to.not.have.property("emulators");
  });

  it("fails when there is none", async () => {
    const failure = await fetchConfig({ hostname: "localhost", fetch: serve({}) }).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(Error);
  });

  it("distinguishes a local hostname from a lookalike", () => {
    expect(["localhost", "a.localhost", "127.0.0.1"].every(isLocalHostname)).to.equal(true);
    expect(["localhost.example", "127.0.0.1.example", "notlocalhost"].some(isLocalHostname)).to.equal(false);
  });
});
