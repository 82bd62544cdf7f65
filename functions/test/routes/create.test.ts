import { endpoints, limits, paths } from "@meetogram/contract";
import { expect } from "chai";
import * as v from "valibot";
import { isHostKey } from "../../src/host-key.ts";
import { api } from "../stage/api.ts";
import { createRoom, firestore } from "../stage/meeting.ts";

describe("create", () => {
  it("answers what the contract says", async () => {
    const room = await createRoom();
    expect(v.parse(endpoints.create.response, room)).to.deep.equal(room);
    expect(room.uuid[14], "version of the UUID").to.equal("4");
  });

  it("makes a room that expires 10 minutes later unless somebody enters", async () => {
    const { uuid, expiresAt } = await createRoom();
    const document = (await firestore().doc(paths.room(uuid)).get()).data()!;
    expect(document).to.have.all.keys("createdAt", "expireAt", "enteredAt", "capacity", "isLocked", "isProtected");
    expect(document["expireAt"].toMillis()).to.equal(Date.parse(expiresAt));
    expect(document["expireAt"].toMillis() - document["createdAt"].toMillis()).to.equal(limits.unenteredRoomMs);
    expect(document["createdAt"].toMillis()).to.be.closeTo(Date.now(), 5_000);
    expect(document).to.include({
      enteredAt: null,
      capacity: limits.defaultCapacity,
      isLocked: false,
      isProtected: false,
    });
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
    const { uuid } = await createRoom({ password, capacity: 3 });
    const secret = (await firestore().doc(paths.secret(uuid)).get()).data()!;
    const room = (await firestore().doc(paths.room(uuid)).get()).data()!;
    expect(room).to.include({ isProtected: true, capacity: 3 });
    expect(secret["passwordHash"]).to.match(/^scrypt\$/);
    expect(JSON.stringify([secret, room])).not.to.include(password);
  });

  it("makes another room each time", async () => {
    const rooms = await Promise.all([createRoom(), createRoom(), createRoom()]);
    expect(new Set(rooms.flatMap(({ uuid, hostKey }) => [uuid, hostKey])).size).to.equal(6);
  });

  for (const path of ["/create", "/"]) {
    it(`answers GET and POST without a body at ${path}`, async () => {
      expect((await api.create().get(path)).body).to.have.property("uuid");
      expect((await api.create().post(path)).body).to.have.property("uuid");
    });
  }

  it("makes no room for HEAD", async () => {
    const count = async (): Promise<number> => (await firestore().collection(paths.rooms).count().get()).data().count;
    const before = await count();
    const response = await api.create().head("/create");
    expect(response.status).to.equal(200);
    expect(await count()).to.equal(before);
  });
});
