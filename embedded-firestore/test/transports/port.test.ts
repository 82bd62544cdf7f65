import { once } from "node:events";
import { connect } from "node:net";
import { expect } from "chai";
import { startFirestore, type RunningFirestore } from "../../src/index.ts";
import { connectAdminClient } from "./sdk/admin-client.ts";

describe("the port", () => {
  let firestore: RunningFirestore;
  beforeEach(async () => {
    firestore = await startFirestore();
  });
  afterEach(() => firestore.close());

  it("serves gRPC and HTTP at the same time", async function () {
    const client = connectAdminClient({ host: firestore.host, project: "demo-port" });
    const path = "v1/projects/demo-port/databases/(default)/documents/rooms";
    const headers = { Authorization: "Bearer owner" };
    const calls = Array.from({ length: 50 }, async (_none, index) => {
      await client.write([{ kind: "set", path: `rooms/g${index}`, data: { index } }]);
      const url = `http://${firestore.host}/${path}`;
      await (await fetch(`${url}/h${index}`, { method: "PATCH", headers, body: "{}" })).text();
      const [overHttp, overGrpc] = [await fetch(`${url}/g${index}`, { headers }), await client.get(`rooms/h${index}`)];
      await overHttp.text();
      return overHttp.status === 200 && overGrpc !== null;
    });
    expect(new Set(await Promise.all(calls))).to.deep.equal(new Set([true]));
    await client.close();
  });

  it("waits for a connection that sends little at first", async () => {
    const socket = connect(firestore.port, "127.0.0.1");
    socket.setNoDelay(true);
    await once(socket, "connect");
    for (const part of ["G", "ET / HTTP/1.1\r\nHost: x\r\n", "Connection: close\r\n\r\n"]) {
      await new Promise((resolve) => socket.write(part, resolve));
    }
    let answer = "";
    socket.setEncoding("utf8").on("data", (text: string) => (answer += text));
    await once(socket, "end");
    expect(answer).to.match(/^HTTP\/1\.1 200 /);
  });

  it("survives connections that close before they send anything", async () => {
    const socket = connect(firestore.port, "127.0.0.1");
    await once(socket, "connect");
    socket.resetAndDestroy();
    await once(socket, "close");
    expect((await fetch(`http://${firestore.host}/`)).status).to.equal(200);
  });

  it("closes every connection when it is closed", async () => {
    const sockets = [connect(firestore.port, "127.0.0.1"), connect(firestore.port, "127.0.0.1")];
    await Promise.all(sockets.map((socket) => once(socket, "connect")));
    sockets[0]?.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    sockets[1]?.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    const closed = sockets.map((socket) => once(socket.on("error", () => {}).resume(), "close"));
    await Promise.all(sockets.map((socket) => once(socket, "data")));
    await firestore.close();
    await Promise.all(closed);
  });

  it("rejects an address that others can reach, unless allowed", async () => {
    const refused = await startFirestore({ host: "0.0.0.0" }).catch((error: unknown) => error as Error);
    expect(refused).to.be.instanceOf(Error);
    const meant = await startFirestore({ host: "0.0.0.0", allowRemote: true });
    await meant.close();
  });

  it("reports if it is taken", async () => {
    const taken = await startFirestore({ port: firestore.port }).catch((error: unknown) => error as { code: string });
    expect(taken).to.have.property("code", "EADDRINUSE");
  });
});
