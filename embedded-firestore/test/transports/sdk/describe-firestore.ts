// The shared suite for every implementation and every transport.
import { randomUUID } from "node:crypto";
import { expect } from "chai";
import type { ConnectOptions, Data, Listener, TestClient } from "./test-client.ts";

export function describeFirestore(name: string, connectTo: (options: ConnectOptions) => Promise<TestClient>): void {
  describe(`Firestore with ${name}`, () => {
    let project: string;
    let client: TestClient;
    const clients: TestClient[] = [];

    async function connect(): Promise<TestClient> {
      const connected = await connectTo({ project, as: "owner" });
      clients.push(connected);
      return connected;
    }

    beforeEach(async () => {
      project = `demo-${randomUUID()}`;
      client = await connect();
    });
    afterEach(async () => {
      await Promise.all(clients.splice(0).map((connected) => connected.close()));
    });

    describe("documents", () => {
      it("are read back unchanged", async () => {
        const data = {
          text: "ü𝄞",
          whole: 1,
          half: 0.5,
          yes: true,
          none: null,
          list: [1, "a", { b: [] }],
          map: { c: { d: 1 } },
        };
        await client.write([{ kind: "set", path: "rooms/a", data }]);
        expect(await client.get("rooms/a")).to.deep.equal(data);
      });

      it("are missing until they are set and after they are deleted", async () => {
        expect(await client.get("rooms/a")).to.equal(null);
        await client.write([{ kind: "set", path: "rooms/a", data: {} }]);
        expect(await client.get("rooms/a")).to.deep.equal({});
        await client.write([{ kind: "delete", path: "rooms/a" }]);
        expect(await client.get("rooms/a")).to.equal(null);
      });

      it("are replaced by set, merged by merge, partly changed by update", async () => {
        await client.write([{ kind: "set", path: "rooms/a", data: { x: 1, map: { y: 1 } } }]);
        await client.write([{ kind: "set", path: "rooms/a", data: { map: { z: 2 } }, merge: true }]);
        expect(await client.get("rooms/a")).to.deep.equal({ x: 1, map: { y: 1, z: 2 } });
        await client.write([{ kind: "update", path: "rooms/a", data: { "map.y": 3, x: { $transform: "delete" } } }]);
        expect(await client.get("rooms/a")).to.deep.equal({ map: { y: 3, z: 2 } });
        await client.write([{ kind: "set", path: "rooms/a", data: { only: true } }]);
        expect(await client.get("rooms/a")).to.deep.equal({ only: true });
      });

      it("cannot be updated before they exist", async () => {
        const code = await codeOf(client.write([{ kind: "update", path: "rooms/none", data: { x: 1 } }]));
        expect(code).to.be.oneOf([5, "not-found"]);
      });

      it("support transforms", async () => {
        await client.write([{ kind: "set", path: "rooms/a", data: { n: 1, list: ["a"] } }]);
        await client.write([
          {
            kind: "update",
            path: "rooms/a",
            data: {
              n: { $transform: "increment", by: 2 },
              list: { $transform: "arrayUnion", elements: ["a", "b"] },
              at: { $transform: "serverTimestamp" },
            },
          },
        ]);
        const data = await client.get("rooms/a");
        expect(data).to.deep.include({ n: 3, list: ["a", "b"] });
        expect(Math.abs(Date.parse(String(data?.["at"])) - Date.now())).to.be.below(60_000);
      });
    });

    describe("batches and transactions", () => {
      it("are atomic", async () => {
        const failing = client.write([
          { kind: "set", path: "rooms/a", data: { x: 1 } },
          { kind: "update", path: "rooms/none", data: { x: 1 } },
        ]);
        await codeOf(failing);
        expect(await client.get("rooms/a")).to.equal(null);
      });

      it("count correctly when they run concurrently", async () => {
        await client.write([{ kind: "set", path: "rooms/a", data: { n: 0 } }]);
        const other = await connect();
        await Promise.all(
          [client, other, client, other, client].map((each) => each.addInTransaction("rooms/a", "n", 1)),
        );
        expect(await client.get("rooms/a")).to.deep.equal({ n: 5 });
      });
    });

    describe("queries", () => {
      beforeEach(async () => {
        const numbers = [3, 1, 2, 5, 4];
        await client.write(
          numbers.map((n) => ({ kind: "set", path: `rooms/r${n}`, data: { n, isEven: n % 2 === 0, tags: [`t${n}`] } })),
        );
        await client.write([{ kind: "set", path: "rooms/r1/users/u", data: { n: 10 } }]);
        await client.write([{ kind: "set", path: "rooms/r2/users/v", data: { n: 20 } }]);
      });

      const idsOf = async (spec: Parameters<TestClient["query"]>[0]): Promise<string[]> =>
        (await client.query(spec)).map(({ id }) => id);

      it("filter, order and limit", async () => {
        expect(await idsOf({ collection: "rooms" })).to.deep.equal(["r1", "r2", "r3", "r4", "r5"]);
        expect(await idsOf({ collection: "rooms", where: [["isEven", "==", true]] })).to.deep.equal(["r2", "r4"]);
        expect(
          await idsOf({ collection: "rooms", where: [["n", ">", 2]], orderBy: [["n", "desc"]], limit: 2 }),
        ).to.deep.equal(["r5", "r4"]);
        expect(await idsOf({ collection: "rooms", orderBy: [["n", "asc"]], limitToLast: 2 })).to.deep.equal([
          "r4",
          "r5",
        ]);
        expect(await idsOf({ collection: "rooms", where: [["n", "in", [1, 4]]] })).to.deep.equal(["r1", "r4"]);
        expect(await idsOf({ collection: "rooms", where: [["tags", "array-contains", "t3"]] })).to.deep.equal(["r3"]);
      });

      it("cover every collection of a group", async () => {
        expect(await idsOf({ collection: "users", isGroup: true })).to.deep.equal(["u", "v"]);
      });

      it("count on the server", async () => {
        expect(await client.count({ collection: "rooms", where: [["isEven", "==", false]] })).to.equal(3);
      });
    });

    describe("listeners", () => {
      it("see a document appear, change and disappear", async () => {
        const listener = await client.listen({ path: "rooms/a" });
        await untilData(listener, null);
        const writer = await connect();
        await writer.write([{ kind: "set", path: "rooms/a", data: { n: 1 } }]);
        await untilData(listener, { n: 1 });
        await writer.write([{ kind: "update", path: "rooms/a", data: { n: 2 } }]);
        await untilData(listener, { n: 2 });
        await writer.write([{ kind: "delete", path: "rooms/a" }]);
        await untilData(listener, null);
        await listener.stop();
      });

      it("see documents enter and leave a query", async () => {
        const listener = await client.listen({ query: { collection: "rooms", where: [["open", "==", true]] } });
        await untilIds(listener, []);
        const writer = await connect();
        await writer.write([{ kind: "set", path: "rooms/a", data: { open: true } }]);
        await untilIds(listener, ["a"]);
        await writer.write([{ kind: "set", path: "rooms/b", data: { open: false } }]);
        await writer.write([{ kind: "set", path: "rooms/c", data: { open: true } }]);
        await untilIds(listener, ["a", "c"]);
        await writer.write([{ kind: "update", path: "rooms/a", data: { open: false } }]);
        await untilIds(listener, ["c"]);
        await writer.write([{ kind: "delete", path: "rooms/c" }]);
        await untilIds(listener, []);
        await listener.stop();
      });

      it("refill a limited query", async () => {
        await client.write([1, 2, 3].map((n) => ({ kind: "set", path: `rooms/r${n}`, data: { n } })));
        const listener = await client.listen({ query: { collection: "rooms", orderBy: [["n", "asc"]], limit: 2 } });
        await untilIds(listener, ["r1", "r2"]);
        const writer = await connect();
        await writer.write([{ kind: "delete", path: "rooms/r1" }]);
        await untilIds(listener, ["r2", "r3"]);
        await writer.write([{ kind: "set", path: "rooms/r0", data: { n: 0 } }]);
        await untilIds(listener, ["r0", "r2"]);
        await writer.write([{ kind: "update", path: "rooms/r3", data: { n: -1 } }]);
        await untilIds(listener, ["r3", "r0"]);
        await listener.stop();
      });

      it("see a batch as one snapshot", async () => {
        const listener = await client.listen({ query: { collection: "rooms" } });
        await untilIds(listener, []);
        const writer = await connect();
        await writer.write(["a", "b", "c"].map((id) => ({ kind: "set", path: `rooms/${id}`, data: {} })));
        await untilIds(listener, ["a", "b", "c"]);
        const sizes = listener.events.map((event) => ("snapshot" in event ? event.snapshot.documents?.length : -1));
        expect(sizes).to.deep.equal([0, 3]);
        await listener.stop();
      });

      it("follow every collection of a group", async () => {
        const listener = await client.listen({ query: { collection: "users", isGroup: true } });
        await untilIds(listener, []);
        const writer = await connect();
        await writer.write([
          { kind: "set", path: "rooms/r/users/u", data: {} },
          { kind: "set", path: "rooms/s/users/v", data: {} },
          { kind: "set", path: "rooms/s/other/w", data: {} },
        ]);
        await untilIds(listener, ["u", "v"]);
        await listener.stop();
      });

      it("share one stream, and stop one by one", async () => {
        const first = await client.listen({ path: "rooms/a" });
        const second = await client.listen({ query: { collection: "rooms" } });
        await untilData(first, null);
        await untilIds(second, []);
        await first.stop();
        const writer = await connect();
        await writer.write([{ kind: "set", path: "rooms/a", data: { n: 1 } }]);
        await untilIds(second, ["a"]);
        expect(first.events).to.have.length(1);
        await second.stop();
      });
    });
  });
}

export async function untilData(listener: Listener, data: Data | null): Promise<void> {
  const wanted = JSON.stringify(data);
  await listener.until((event) => "snapshot" in event && JSON.stringify(event.snapshot.data) === wanted);
}

export async function untilIds(listener: Listener, ids: string[]): Promise<void> {
  const wanted = JSON.stringify(ids);
  await listener.until(
    (event) => "snapshot" in event && JSON.stringify(event.snapshot.documents?.map(({ id }) => id)) === wanted,
  );
}

/** The code of the error that the promise must reject with. */
export async function codeOf(failing: Promise<unknown>): Promise<unknown> {
  try {
    await failing;
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
  throw new Error("it did not fail");
}
