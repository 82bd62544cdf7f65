import { randomUUID } from "node:crypto";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { endpoints, limits, paths } from "@meetogram/contract";
import { expect } from "chai";
import * as v from "valibot";
import type { Connection } from "../../src/firestore/connection.ts";
import { api } from "../stage/api.ts";
import { billOf } from "../stage/billing.ts";
import { withCalls, type Call } from "../stage/calls.ts";
import { ago, changeParticipant, connectRequest, createRoom, firestore, seat } from "../stage/meeting.ts";

describe("room", () => {
  it("answers what anybody with the link may know", async () => {
    const { uuid, expiresAt } = await createRoom({ password: "open sesame", capacity: 5 });
    const { body } = await api.room().get(`/room/${uuid}`);
    expect(body).to.deep.equal({
      uuid,
      expiresAt,
      isProtected: true,
      hasLinkProof: false,
      hasWaitingRoom: false,
      capacity: 5,
      participants: 0,
    });
    expect(v.parse(endpoints.room.response, body)).to.deep.equal(body);
  });

  it("counts those who have entered and are still there", async () => {
    const { uuid } = await createRoom();
    const [entered, gone, waiting] = await Promise.all([1, 2, 3].map(() => seat(connectRequest(uuid))));
    await changeParticipant(uuid, entered!.participantID, { isActive: true });
    await changeParticipant(uuid, gone!.participantID, { isActive: true, leaseUntil: ago(1) });
    expect(waiting).to.have.property("participantID");
    expect((await api.room().get(`/room/${uuid}`)).body.participants).to.equal(1);
  });

  it("reads once for all who ask during a read", async () => {
    const { uuid } = await createRoom();
    await seat(connectRequest(uuid));
    let release = (): void => undefined;
    const arrived = new Promise<void>((resolve) => (release = resolve));
    let arrivals = 0;
    const count = (): void => {
      arrivals += 1;
      if (arrivals === 20) setTimeout(release, 100);
    };
    const holdQueries = (call: Call): Call =>
      async function (this: Connection, ...args) {
        if (args[0] === "runQuery") await arrived;
        return call.apply(this, args);
      };
    const ask = async (): Promise<number> => (await api.room().get(`/room/${uuid}`)).status;
    subscribe("http.server.request.start", count);
    const { reads } = await billOf(() =>
      withCalls(holdQueries, async () => {
        const statuses = await Promise.all(Array.from({ length: 20 }, ask));
        expect(new Set(statuses)).to.deep.equal(new Set([200]));
      }),
    ).finally(() => unsubscribe("http.server.request.start", count));
    // Two reads, of the room and of its one seat each; and another one if somebody came too late.
    expect(reads).to.be.within(2 * 2, 3 * 2);
  });

  it("knows a room as soon as it is created, although it was asked for before", async () => {
    const key = randomUUID();
    const create = () => api.create().post("/create").set("idempotency-key", key);
    const { uuid } = (await create()).body as { uuid: string };
    await firestore().recursiveDelete(firestore().doc(paths.room(uuid)));
    const app = api.room();
    const early = Array.from({ length: 5 }, async () => (await app.get(`/room/${uuid}`)).status);
    await create();
    expect((await app.get(`/room/${uuid}`)).status).to.equal(200);
    for (const status of await Promise.all(early)) expect(status).to.be.oneOf([200, 404]);
  });

  it("answers at its own address, and for a UUID in upper case", async () => {
    const { uuid } = await createRoom();
    const { body } = await api.room().get(`/${uuid.toUpperCase()}`);
    expect(body).to.include({ uuid, capacity: limits.defaultCapacity });
  });

  it("answers HEAD like GET, without the body", async () => {
    const { uuid } = await createRoom();
    expect((await api.room().head(`/room/${uuid}`)).status).to.equal(200);
    const missing = await api.room().head("/room/00000000-0000-4000-8000-000000000000");
    expect(missing.status).to.equal(404);
    expect(missing.text ?? "").to.equal("");
  });
});
