import { endpoints, limits, paths, RoomDocument } from "@meetogram/contract";
import { expect } from "chai";
import type { Response } from "supertest";
import * as v from "valibot";
import { isHostKey } from "../../src/host-key.ts";
import { api } from "../stage/api.ts";
import { isLongRun } from "../stage/long.ts";
import { connectRequest, createRoom, expectError, firestore, requestRoom, seat } from "../stage/meeting.ts";

describe("create", () => {
  it("answers what the contract says", async () => {
    const room = await createRoom();
    expect(v.parse(endpoints.create.response, room)).to.deep.equal(room);
    expect(room.uuid[14], "version of the UUID").to.equal("4");
  });

  it("creates a room that expires after 10 minutes unless somebody enters", async () => {
    const askedAtMs = Date.now();
    const { uuid, expiresAt } = await createRoom();
    const answeredAtMs = Date.now();
    const document = (await firestore().doc(paths.room(uuid)).get()).data()!;
    expect(v.parse(RoomDocument, document)).to.have.all.keys(Object.keys(document));
    expect(document["expireAt"].toMillis()).to.equal(Date.parse(expiresAt));
    expect(document["expireAt"].toMillis() - document["createdAt"].toMillis()).to.equal(limits.unenteredRoomMs);
    expect(document["createdAt"].toMillis()).to.be.within(askedAtMs, answeredAtMs);
    expect(document).to.include({
      enteredAt: null,
      capacity: limits.defaultCapacity,
      isLocked: false,
      hasWaitingRoom: false,
      isProtected: false,
      emptyMinutes: limits.emptyRoomMs / 60_000,
    });
  });

  it("creates a room with a waiting room", async () => {
    const { uuid } = await createRoom({ hasWaitingRoom: true });
    expect((await firestore().doc(paths.room(uuid)).get()).get("hasWaitingRoom")).to.equal(true);
  });

  it("keeps only a hash of the host key", async () => {
    const { uuid, hostKey } = await createRoom();
    const secret = (await firestore().doc(paths.secret(uuid)).get()).data()!;
    expect(JSON.stringify(secret)).not.to.include(hostKey);
    expect(isHostKey(hostKey, secret["hostKeyHash"] as string)).to.equal(true);
    expect(secret["passwordHash"]).to.equal(null);
  });

  it("keeps only a hash of the password", async () => {
    const password = "correct horse battery staple";
    const { uuid } = await requestRoom({ password, capacity: 3 });
    const secret = (await firestore().doc(paths.secret(uuid)).get()).data()!;
    const room = (await firestore().doc(paths.room(uuid)).get()).data()!;
    expect(room).to.include({ isProtected: true, capacity: 3 });
    expect(secret["passwordHash"]).to.match(/^scrypt\$/);
    expect(JSON.stringify([secret, room])).not.to.include(password);
  });

  it("creates another room each time", async () => {
    const rooms = await Promise.all([createRoom(), createRoom(), createRoom()]);
    expect(new Set(rooms.flatMap(({ uuid, hostKey }) => [uuid, hostKey])).size).to.equal(6);
  });

  describe("with an idempotency key", () => {
    const key = "9f3c1f52-6c1e-4c8e-9a55-0d6f0b6f8a11";
    let count = 0;
    const nextKey = (): string => `${key}-${(count += 1)}-${Date.now()}`;
    const create = (header: string, request = {}, address = "192.0.2.1"): Promise<Response> =>
      Promise.resolve(
        api.create().post("/create").set("idempotency-key", header).set("x-forwarded-for", address).send(request),
      );

    it("gives simultaneous and repeated requests the same room, host key and expiry", async () => {
      const used = nextKey();
      const answers = await Promise.all(
        Array.from({ length: isLongRun ? 10 : 3 }, () => create(used, { password: "p" })),
      );
      expect(new Set(answers.map(({ text }) => text)).size, answers[0]?.text).to.equal(1);
      const { uuid, hostKey } = v.parse(endpoints.create.response, answers[0]?.body);
      expect(uuid[14], "version of the UUID").to.equal("4");
      expect((await seat(connectRequest(uuid, { hostKey, password: "p" }))).role).to.equal("host");
      expect((await create(`"${used}"`, { password: "p" })).text, "in quotes").to.equal(answers[0]?.text);
    });

    it("refuses the same key for another room", async () => {
      const used = nextKey();
      await create(used, { capacity: 3 });
      expectError(await create(used, { capacity: 4 }), 409, "idempotency-conflict");
      expectError(await create(used, { capacity: 3, password: "p" }), 409, "idempotency-conflict");
      expect((await create(used, { capacity: 3 })).status).to.equal(200);
    });

    it("creates another room for another caller with the same key", async () => {
      const used = nextKey();
      const [mine, other] = [await create(used), await create(used, {}, "192.0.2.2")];
      expect(mine.body.uuid).not.to.equal(other.body.uuid);
      expect(mine.body.hostKey).not.to.equal(other.body.hostKey);
    });

    it("derives the host key from more than the idempotency key", async () => {
      const used = nextKey();
      const first = await create(used);
      await firestore().recursiveDelete(firestore().doc(paths.room(first.body.uuid as string)));
      const second = await create(used);
      expect(second.body.uuid).to.equal(first.body.uuid);
      expect(second.body.hostKey).not.to.equal(first.body.hostKey);
    });

    it("refuses a key that could be guessed", async () => {
      for (const header of ["1", "order-17", "k".repeat(129), `${key} ${key}`]) {
        expectError(await create(header), 400, "invalid-request");
      }
    });
  });

  for (const path of ["/create", "/v1/create", "/"]) {
    it(`answers GET and POST without a body at ${path}`, async () => {
      expect((await api.create().get(path)).body).to.have.property("uuid");
      expect((await api.create().post(path)).body).to.have.property("uuid");
    });
  }

  it("creates no room for HEAD", async () => {
    const count = async (): Promise<number> => (await firestore().collection(paths.rooms).count().get()).data().count;
    const before = await count();
    const response = await api.create().head("/create");
    expect(response.status).to.equal(200);
    expect(await count()).to.equal(before);
  });
});
