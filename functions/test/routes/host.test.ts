// What only a host may do.
import { randomUUID } from "node:crypto";
import { expect } from "chai";
import {
  lapsed,
  changeParticipant,
  createRoom,
  expectError,
  participant,
  inRoom,
  enter,
  isSeated,
} from "../stage/meeting.ts";

describe("a host's request", () => {
  for (const name of ["remove", "handOver", "burn"] as const) {
    it(`${name}: is refused to everybody who is not a host, and changes nothing`, async () => {
      const { uuid, hostKey } = await createRoom();
      const host = await enter(uuid, { hostKey });
      const guest = await enter(uuid);
      const other = await enter(uuid);
      const target = name === "burn" ? {} : { participantID: other.seated.participantID };
      const proofs: [string, object][] = [
        ["a guest", guest.proof],
        ["a guest with the session of the host", { ...guest.proof, session: host.proof.session }],
        ["the host's user without the session", { ...host.proof, session: randomUUID() }],
        ["somebody who takes a participant's ID for a user's", { ...host.proof, userID: host.seated.participantID }],
        ["somebody who was never here", { userID: randomUUID(), session: randomUUID() }],
        ["the key of another room", { hostKey: (await createRoom()).hostKey }],
        ["a wrong key with a guest's seat", { ...guest.proof, hostKey: "k".repeat(43) }],
      ];
      for (const [who, proof] of proofs) {
        const response = await inRoom(uuid, name, { ...target, ...proof });
        expect(response.body.code, who).to.equal("host-only");
      }
      await changeParticipant(uuid, host.seated.participantID, { leaseUntil: lapsed() });
      expectError(await inRoom(uuid, name, { ...target, ...host.proof }), 403, "host-only");
      expect([await isSeated(uuid, host), await isSeated(uuid, other)]).to.deep.equal([true, true]);
      expect((await participant(uuid, other.seated.participantID))["role"]).to.equal("guest");
    });
  }
});
