import { limits, paths } from "@meetogram/contract";
import { expect } from "chai";
import { api } from "../stage/api.ts";
import db from "../../src/firebase/firebase.ts";
import { hasAccount, signIn } from "../stage/auth-emulator.ts";
import {
  ago,
  lapsed,
  changeParticipant,
  changeRoom,
  connect,
  connectRequest,
  createRoom,
  documentsOf,
  enter,
  expectError,
  expireRoom,
  firestore,
  inRoom,
  seat,
} from "../stage/meeting.ts";

describe("burn", () => {
  it("immediately erases a room with all documents below it, for its host", async () => {
    const { uuid, hostKey } = await createRoom({ password: "p" });
    const guests = [1, 2, 3].map(() => connectRequest(uuid, { password: "p" }));
    for (const guest of guests) {
      const { participantID } = await seat(guest);
      await firestore().collection(paths.inbox(uuid, participantID)).add({ payload: "sealed" });
    }
    expect(await documentsOf(uuid)).to.equal(2 + 3 * 2);
    const response = await inRoom(uuid, "burn", { hostKey });
    expect(response.body).to.deep.equal({ uuid });
    expect(await documentsOf(uuid)).to.equal(0);
    expectError(await connect(guests[0]!), 404, "room-not-found");
    expectError(await api.room().get(`/room/${uuid}/stored`), 404, "room-not-found");
    expectError(await inRoom(uuid, "burn", { hostKey }), 404, "room-not-found");
  });

  describe("for a guest who is alone", () => {
    const waitMs = limits.hostAwayMs;
    const burn = (uuid: string, proof: object, atMs: number) => db.erasure.burnRoom({ uuid, ...proof }, atMs);
    const codeOf = (burning: Promise<unknown>) =>
      burning.then(
        () => "erased",
        (error: unknown) => (error as { code?: string }).code ?? String(error),
      );

    /** A room that somebody has entered, with one guest in it. Its host is gone. */
    async function leftByItsHost() {
      const { uuid, hostKey } = await createRoom();
      const host = await enter(uuid, { hostKey });
      const guest = await enter(uuid);
      await changeRoom(uuid, { enteredAt: ago(1) });
      await changeParticipant(uuid, host.seated.participantID, { leaseUntil: lapsed() });
      const stay = () => changeParticipant(uuid, guest.seated.participantID, { leaseUntil: ago(-2 * waitMs) });
      await stay();
      return { uuid, hostKey, host, guest, now: Date.now() };
    }

    it("works ten minutes after the first request, and tells how long that is", async () => {
      const { uuid, guest, now } = await leftByItsHost();
      const response = await inRoom(uuid, "burn", guest.proof);
      expectError(response, 409, "host-expected");
      expect(Number(response.headers["retry-after"])).to.equal(waitMs / 1_000);
      expect(await codeOf(burn(uuid, guest.proof, now + waitMs - 1))).to.equal("host-expected");
      expect(await codeOf(burn(uuid, guest.proof, now + waitMs + 10_000))).to.equal("erased");
      expect(await documentsOf(uuid)).to.equal(0);
    });

    it("starts anew when the host has been back meanwhile", async () => {
      const { uuid, hostKey, host, guest, now } = await leftByItsHost();
      expect(await codeOf(burn(uuid, guest.proof, now))).to.equal("host-expected");
      await seat({ ...host.request, hostKey });
      await firestore().doc(paths.user(uuid, host.seated.participantID)).delete();
      expect(await codeOf(burn(uuid, guest.proof, now + waitMs))).to.equal("host-expected");
      expect(await codeOf(burn(uuid, guest.proof, now + 2 * waitMs - 1))).to.equal("host-expected");
      expect(await codeOf(burn(uuid, guest.proof, now + 2 * waitMs))).to.equal("erased");
    });

    it("starts anew when the role has been handed over meanwhile", async () => {
      const { uuid, hostKey, guest, now } = await leftByItsHost();
      expect(await codeOf(burn(uuid, guest.proof, now))).to.equal("host-expected");
      const next = await enter(uuid);
      await inRoom(uuid, "handOver", { participantID: next.seated.participantID, hostKey });
      await firestore().doc(paths.user(uuid, next.seated.participantID)).delete();
      expect(await codeOf(burn(uuid, guest.proof, now + waitMs))).to.equal("host-expected");
    });

    it("never works before somebody has entered", async () => {
      const { uuid, guest, now } = await leftByItsHost();
      await changeRoom(uuid, { enteredAt: null });
      for (const afterMs of [0, waitMs, 2 * waitMs]) {
        expect(await codeOf(burn(uuid, guest.proof, now + afterMs))).to.equal("host-only");
      }
    });

    it("does not work beside anybody else, in the lobby or within the time of their lease", async () => {
      const { uuid, guest, now } = await leftByItsHost();
      expect(await codeOf(burn(uuid, guest.proof, now))).to.equal("host-expected");
      const other = await enter(uuid);
      expectError(await inRoom(uuid, "burn", guest.proof), 403, "host-only");
      await changeParticipant(uuid, other.seated.participantID, { leaseUntil: ago(limits.leaseToleranceMs) });
      expectError(await inRoom(uuid, "burn", guest.proof), 403, "host-only");
      await changeParticipant(uuid, other.seated.participantID, { leaseUntil: lapsed() });
      expectError(await inRoom(uuid, "burn", guest.proof), 409, "host-expected");
    });

    it("does not work for who has lost the seat", async () => {
      const { uuid, guest } = await leftByItsHost();
      await changeParticipant(uuid, guest.seated.participantID, { leaseUntil: lapsed() });
      expectError(await inRoom(uuid, "burn", guest.proof), 403, "host-only");
    });
  });

  it("erases a room that has expired, without waiting for the sweep", async () => {
    const { uuid, hostKey } = await createRoom();
    await seat(connectRequest(uuid));
    await expireRoom(uuid);
    expect((await inRoom(uuid, "burn", { hostKey })).status).to.equal(200);
    expect(await documentsOf(uuid)).to.equal(0);
  });

  it("admits nobody who connects at the same moment", async () => {
    const { uuid, hostKey } = await createRoom();
    const [burned, ...seats] = await Promise.all([
      inRoom(uuid, "burn", { hostKey }),
      ...Array.from({ length: 6 }, () => connect(connectRequest(uuid))),
    ]);
    expect(burned?.status).to.equal(200);
    expect(seats.every(({ status }) => [200, 400, 404].includes(status))).to.equal(true);
    expect(await documentsOf(uuid)).to.equal(0);
  });

  it("erases the Auth users too, but not those of the same people in another room", async () => {
    const { uuid, hostKey } = await createRoom();
    const request = connectRequest(uuid);
    const here = await seat(request);
    const elsewhere = await seat({ ...request, uuid: (await createRoom()).uuid });
    for (const { token } of [here, elsewhere]) await signIn(token);
    const accounts = async (): Promise<boolean[]> =>
      Promise.all([here, elsewhere].map(({ participantID }) => hasAccount(participantID)));
    expect(await accounts()).to.deep.equal([true, true]);
    await inRoom(uuid, "burn", { hostKey });
    expect(await accounts()).to.deep.equal([false, true]);
    const collections = (await firestore().listCollections()).map(({ id }) => id);
    // "server" has the key of App Check, if another test has switched that on.
    expect(new Set([...collections, "server"]), "no list of people is left").to.have.keys(paths.rooms, "server");
  });
});
