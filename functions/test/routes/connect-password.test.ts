// Rooms with a password: who is admitted, and how guesses are delayed.
import { expect } from "chai";
import { FieldPath, Timestamp } from "firebase-admin/firestore";
import type { Response } from "supertest";
import { api, atOneInstant } from "../stage/api.ts";
import { connect, connectRequest, createRoom, expectError, firestore, seat } from "../stage/meeting.ts";

describe("connect", () => {
  describe("with a password", () => {
    it("admits a caller who knows it, however the accents are composed", async () => {
      const { uuid } = await createRoom({ password: "caf\u00e9" });
      await seat(connectRequest(uuid, { password: "caf\u00e9" }));
      await seat(connectRequest(uuid, { password: "cafe\u0301" }));
    });

    it("refuses another one and none, and gives no seat", async () => {
      const { uuid } = await createRoom({ password: "open sesame" });
      expectError(await connect(connectRequest(uuid, { password: "open barley" })), 403, "wrong-password");
      expectError(await connect(connectRequest(uuid)), 403, "wrong-password");
      expect((await firestore().collection(`rooms/${uuid}/users`).get()).size).to.equal(0);
    });

    const guess = (uuid: string, password: string, address: string): Promise<Response> =>
      Promise.resolve(
        api.connect().post("/connect").set("x-forwarded-for", address).send(connectRequest(uuid, { password })),
      );

    it("accepts no password for a while after wrong ones of the same caller, but admits others and known people", async () => {
      const { uuid, hostKey } = await createRoom({ password: "open sesame" });
      const known = connectRequest(uuid, { password: "open sesame" });
      await seat(known);
      for (let attempt = 0; attempt < 3; attempt += 1) {
        expectError(await guess(uuid, `guess ${attempt}`, "192.0.2.3"), 403, "wrong-password");
      }
      // The delay is one second now. The test sets a much longer one, so that its speed does not
      // matter.
      const secret = firestore().doc(`rooms/${uuid}/private/secret`);
      const { byCaller } = (await secret.get()).get("attempts") as { byCaller: Record<string, object> };
      const [id = "", ...others] = Object.keys(byCaller);
      expect(others).to.deep.equal([]);
      expect(id).not.to.include("192");
      const retryAtMs = Date.now() + 10 * 60_000;
      await secret.update(new FieldPath("attempts", "byCaller", id, "retryAt"), Timestamp.fromMillis(retryAtMs));

      const askedAtMs = Date.now();
      const refused = await guess(uuid, "open sesame", "192.0.2.3");
      const secondsUntilRetry = [Date.now(), askedAtMs].map((ms) => Math.ceil((retryAtMs - ms) / 1_000));
      expectError(refused, 429, "rate-limited");
      expect(Number(refused.headers["retry-after"])).to.be.within(secondsUntilRetry[0]!, secondsUntilRetry[1]!);
      expect((await guess(uuid, "open sesame", "192.0.2.4")).status, "somebody else").to.equal(200);
      await seat(known);
      await seat(connectRequest(uuid, { hostKey, password: "open sesame" }));
    });

    it("admits a newcomer at once while others guess from many addresses", async () => {
      const { uuid } = await createRoom({ password: "open sesame" });
      for (let address = 1; address <= 35; address += 1) {
        expectError(await guess(uuid, "open barley", `198.51.100.${address}`), 403, "wrong-password");
      }
      expectError(await guess(uuid, "open barley", "198.51.100.35"), 429, "rate-limited");
      expect((await guess(uuid, "open sesame", "192.0.2.5")).status).to.equal(200);
    });

    it("counts each of many simultaneous guesses", async () => {
      const { uuid } = await createRoom({ password: "open sesame" });
      const guesses = (): Promise<Response[]> =>
        Promise.all(Array.from({ length: 10 }, (_, index) => connect(connectRequest(uuid, { password: `${index}` }))));
      const statuses = (await atOneInstant(guesses)).map(({ status }) => status).sort();
      expect(statuses).to.deep.equal([...Array<number>(3).fill(403), ...Array<number>(7).fill(429)]);
    });
  });
});
