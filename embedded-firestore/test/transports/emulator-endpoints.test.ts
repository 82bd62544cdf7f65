import { expect } from "chai";
import { startFirestore, type RunningFirestore } from "../../src/index.ts";
import { rulesOf } from "../service/service-under-test.ts";

describe("the emulator endpoints", () => {
  let firestore: RunningFirestore;
  beforeEach(async () => {
    firestore = await startFirestore();
  });
  afterEach(() => firestore.close());

  const documentOf = (project: string): string => `/v1/projects/${project}/databases/(default)/documents/rooms/a`;
  const call = (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> =>
    fetch(`http://${firestore.host}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const putRules = (project: string, content: string): Promise<Response> =>
    call("PUT", `/emulator/v1/projects/${project}:securityRules`, {
      rules: { files: [{ name: "firestore.rules", content }] },
    });

  it("report that the server is running", async () => {
    const response = await call("GET", "/");
    expect(response.status).to.equal(200);
    expect(await response.text()).to.match(/^Ok/);
  });

  it("list the parts of the rules that no request has exercised", async () => {
    await putRules("one", rulesOf("match /rooms/{r} { allow write: if r == 'a'; allow get: if false || r == 'b'; }"));
    await call("PATCH", documentOf("one"), {});
    const answer = await call("GET", "/emulator/v1/projects/one:coverage");
    const { gaps } = (await answer.json()) as { gaps: { text: string; gap: string }[] };
    expect(gaps.map(({ text, gap }) => `${gap}: ${text}`)).to.deep.equal([
      "never false: r == 'a'",
      "never evaluated: allow get: if false || r == 'b';",
    ]);
  });

  it("replace the rules of one project", async () => {
    expect((await putRules("one", rulesOf("match /rooms/{r} { allow write: if true; }"))).status).to.equal(200);
    expect((await call("PATCH", documentOf("one"), {})).status).to.equal(200);
    expect((await call("PATCH", documentOf("two"), {})).status).to.equal(403);
  });

  it("answer with the warnings of the new rules, in the form that firebase-tools prints", async () => {
    const source =
      "service cloud.firestore {\n match /databases/{d}/documents { match /rooms/{r} { allow write: if true || nofn(); } } }";
    const answer = await putRules("one", source);
    expect(answer.status).to.equal(200);
    expect(await answer.json()).to.deep.equal({
      issues: [
        { sourcePosition: { line: 2, column: 78 }, description: "unknown function 'nofn'", severity: "WARNING" },
      ],
    });
    expect((await call("PATCH", documentOf("one"), {})).status).to.equal(200);
    expect(await (await putRules("one", rulesOf(""))).json()).to.deep.equal({});
  });

  it("reject invalid rules with the line and keep the old ones", async () => {
    await putRules("one", rulesOf("match /rooms/{r} { allow write: if true; }"));
    const refused = await putRules("one", "rules_version = '2';\nservice cloud.firestore {\n  match / oops\n}");
    expect(refused.status).to.equal(400);
    const { error } = (await refused.json()) as { error: { message: string } };
    expect(error.message).to.match(/\b3\b/);
    expect((await call("PATCH", documentOf("one"), {})).status).to.equal(200);
  });

  it("clear one database", async () => {
    const owner = { Authorization: "Bearer owner" };
    for (const project of ["one", "two"]) await call("PATCH", documentOf(project), {}, owner);
    const cleared = await call("DELETE", "/emulator/v1/projects/one/databases/(default)/documents");
    expect(cleared.status).to.equal(200);
    expect((await call("GET", documentOf("one"), undefined, owner)).status).to.equal(404);
    expect((await call("GET", documentOf("two"), undefined, owner)).status).to.equal(200);
  });

  it("explain the latest denials of a project", async () => {
    await call("GET", documentOf("one"));
    await call("GET", documentOf("two"));
    const { denials } = (await (await call("GET", "/emulator/v1/projects/one:denials")).json()) as {
      denials: object[];
    };
    expect(denials).to.have.length(1);
    expect(denials[0]).to.include({ project: "one", method: "get", path: "rooms/a", uid: null });
    expect(firestore.explain()).to.have.length(2);
  });
});
