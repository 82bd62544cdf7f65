// Rooms whose creator gave a linkProof: who does not prove the link's key gets neither a seat nor a
// guess at the password, and delays nobody.
import { randomBytes } from "node:crypto";
import { expect } from "chai";
import { billOf } from "../stage/billing.ts";
import { api, atOneInstant } from "../stage/api.ts";
import { connect, connectRequest, createRoom, expectError, firestore, requestRoom, seat } from "../stage/meeting.ts";

const createProof = (): string => randomBytes(32).toString("base64url");
const password = "open sesame";

describe("connect with a linkProof", () => {
  it("admits who has the link, and refuses others before anything else is looked at", async () => {
    const linkProof = createProof();
    const { uuid, hostKey } = await createRoom({ linkProof });
    for (const proof of [{}, { linkProof: createProof() }, { hostKey }, { hostKey, linkProof: createProof() }]) {
      expectError(await connect(connectRequest(uuid, proof)), 403, "wrong-link");
    }
    expect((await firestore().collection(`rooms/${uuid}/users`).get()).size).to.equal(0);
    await seat(connectRequest(uuid, { linkProof }));
    await seat(connectRequest(uuid, { linkProof, hostKey }));
    expect((await api.room().get(`/room/${uuid}`)).body).to.include({ hasLinkProof: true });
  });

  it("is not asked of a room that was created without one", async () => {
    const { uuid } = await createRoom({ password });
    await seat(connectRequest(uuid, { password, linkProof: createProof() }));
    expect((await api.room().get(`/room/${uuid}`)).body).to.include({ hasLinkProof: false });
  });

  it("admits a newcomer at once after 35 wrong guesses by a stranger who knows only the UUID", async () => {
    const linkProof = createProof();
    const { uuid } = await createRoom({ password, linkProof });
    const stranger = connectRequest(uuid);
    await atOneInstant(async () => {
      for (let guess = 0; guess < 35; guess += 1) {
        const proof = guess % 2 === 0 ? {} : { linkProof: createProof() };
        // The right password is no help either.
        expectError(await connect({ ...stranger, ...proof, password }), 403, "wrong-link");
        expectError(await connect({ ...stranger, ...proof, password: `guess ${guess}` }), 403, "wrong-link");
      }
      await seat(connectRequest(uuid, { linkProof, password }));
    });
    expect((await firestore().doc(`rooms/${uuid}/private/secret`).get()).get("attempts.all")).to.equal(null);
  });

  it("costs a stranger's guess two reads and no write", async () => {
    const { uuid } = await createRoom({ password, linkProof: createProof() });
    const bill = await billOf(async () => {
      expectError(await connect(connectRequest(uuid, { password: "open barley" })), 403, "wrong-link");
    });
    expect(bill).to.include({ reads: 2, writes: 0 });
  });

  it("counts the guesses of somebody who has the link, for that caller alone", async () => {
    const linkProof = createProof();
    const { uuid } = await createRoom({ password, linkProof });
    const ask = async (given: string, address: string) =>
      api
        .connect()
        .post("/connect")
        .set("x-forwarded-for", address)
        .send(connectRequest(uuid, { linkProof, password: given }));
    await atOneInstant(async () => {
      for (let guess = 0; guess < 3; guess += 1) {
        expectError(await ask(`guess ${guess}`, "192.0.2.1"), 403, "wrong-password");
      }
      expectError(await ask(password, "192.0.2.1"), 429, "rate-limited");
      expect((await ask(password, "192.0.2.2")).status).to.equal(200);
    });
  });

  it("is stored as a hash, and the same Idempotency-Key needs the same proof", async () => {
    const linkProof = createProof();
    const { uuid } = await requestRoom({ linkProof });
    const secret = await firestore().doc(`rooms/${uuid}/private/secret`).get();
    expect(secret.get("linkProofHash")).to.be.a("string");
    expect(JSON.stringify(secret.data())).not.to.include(linkProof);
    const key = randomBytes(32).toString("base64url");
    const create = async (request: object) => api.create().post("/create").set("idempotency-key", key).send(request);
    const first = await create({ linkProof });
    expect((await create({ linkProof })).body).to.deep.equal(first.body);
    expectError(await create({ linkProof: createProof() }), 409, "idempotency-conflict");
    expectError(await create({}), 409, "idempotency-conflict");
  });
});
