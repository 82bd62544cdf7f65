// Credentials of relays: for who has a seat, and for nobody after removal.
import { randomUUID } from "node:crypto";
import { limits, type ResponseOf } from "@meetogram/contract";
import { expect } from "chai";
import { changeParticipant, createRoom, enter, expectError, inRoom, lapsed, type Person } from "../stage/meeting.ts";

type Servers = ResponseOf<"iceServers">["iceServers"];

describe("iceServers", () => {
  before(() => {
    process.env["TURN_URLS"] = "turn:t.example";
    process.env["TURN_SECRET"] = "north";
  });
  after(() => {
    delete process.env["TURN_URLS"];
    delete process.env["TURN_SECRET"];
  });

  const ask = (uuid: string, { proof }: Pick<Person, "proof">) => inRoom(uuid, "iceServers", proof);
  const secondsLeft = ([server]: Servers): number => Number(server?.username?.split(":")[0]) - Date.now() / 1_000;

  it("gives somebody who has a seat new credentials, valid for 30 minutes", async () => {
    const { uuid } = await createRoom();
    const person = await enter(uuid);
    const response = await ask(uuid, person);
    expect(response.status, response.text).to.equal(200);
    const { iceServers } = response.body as ResponseOf<"iceServers">;
    for (const servers of [iceServers, person.seated.iceServers]) {
      expect(servers[0]?.username).to.match(new RegExp(`:${person.seated.participantID}$`));
      expect(secondsLeft(servers)).to.be.within(limits.turnTtlMs / 1_000 - 120, limits.turnTtlMs / 1_000);
    }
  });

  it("gives none to somebody who was removed, whose lease has ended, or who proves another seat", async () => {
    const { uuid, hostKey } = await createRoom();
    const [removed, late, other] = [await enter(uuid), await enter(uuid), await enter(uuid)];
    await inRoom(uuid, "remove", { participantID: removed.seated.participantID, hostKey });
    await changeParticipant(uuid, late.seated.participantID, { leaseUntil: lapsed() });
    const forged = { proof: { userID: other.proof.userID, session: randomUUID() } };
    for (const person of [removed, late, forged]) {
      expectError(await ask(uuid, person), 404, "participant-not-found");
    }
    expect((await ask(uuid, other)).status).to.equal(200);
  });
});
