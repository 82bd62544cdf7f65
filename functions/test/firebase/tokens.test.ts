// What `connect` does in production, where the IAM Credentials API signs its tokens, and in a
// project that does not allow its functions to sign.
import { expect } from "chai";
import { signIn } from "../stage/auth-emulator.ts";
import { withGoogle } from "../stage/google.ts";
import { connect, connectRequest, createRoom, documentsOf, expectError, seat } from "../stage/meeting.ts";

/** Runs the task while the n-th and every later signature is refused, counted from 1. */
async function withoutSigning(nth: number, task: () => Promise<void>): Promise<void> {
  await withGoogle(async (google) => {
    google.refusedFrom = nth;
    await task();
  });
}

describe("a project without the right to sign", () => {
  it("gives no seat in vain, and seats as soon as it has the right", async () => {
    const { uuid } = await createRoom();
    const before = await documentsOf(uuid);
    const request = connectRequest(uuid);
    // The right may be lost while an instance runs. The first failure may come after the seat.
    await withoutSigning(1, async () => expectError(await connect(connectRequest(uuid)), 500, "internal"));
    const afterLoss = await documentsOf(uuid);
    expect(afterLoss - before).to.be.at.most(1);
    await withoutSigning(1, async () => {
      for (let asked = 0; asked < 3; asked += 1) expectError(await connect(request), 500, "internal");
    });
    expect(await documentsOf(uuid), "no further seat").to.equal(afterLoss);
    await seat(request);
    expect(await documentsOf(uuid)).to.equal(afterLoss + 1);
  });

  it("signs twice for the first seat of an instance, once for every other", async () => {
    const { uuid } = await createRoom();
    await withoutSigning(1, async () => void (await connect(connectRequest(uuid))));
    let token = "";
    await withoutSigning(3, async () => {
      ({ token } = await seat(connectRequest(uuid)));
      expectError(await connect(connectRequest(uuid)), 500, "internal");
    });
    expect(await signIn(token)).to.include({ room: uuid });
  });
});
