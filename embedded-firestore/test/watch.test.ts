import { expect } from "chai";
import { startFirestore, type DocumentChange } from "../src/index.ts";
import { connectAdminClient } from "./transports/sdk/admin-client.ts";

describe("watching commits", () => {
  it("reports the documents that each commit changed, until it is stopped", async function () {
    const firestore = await startFirestore({ projectId: "demo-watch" });
    const client = connectAdminClient({ host: firestore.host, project: "demo-watch" });
    const commits: (readonly DocumentChange[])[] = [];
    const stop = firestore.watch((changes) => commits.push(changes));
    await client.write([
      { kind: "set", path: "rooms/a", data: { n: 1 } },
      { kind: "set", path: "rooms/a/users/b", data: { n: 1 } },
    ]);
    await client.write([{ kind: "set", path: "rooms/a", data: { n: 2 } }]);
    await client.write([{ kind: "delete", path: "rooms/a/users/b" }]);
    stop();
    await client.write([{ kind: "set", path: "rooms/a", data: { n: 3 } }]);
    expect(commits).to.deep.equal([
      [
        { path: "rooms/a", kind: "create" },
        { path: "rooms/a/users/b", kind: "create" },
      ],
      [{ path: "rooms/a", kind: "update" }],
      [{ path: "rooms/a/users/b", kind: "delete" }],
    ]);
    await client.close();
    await firestore.close();
  });
});
