import { expect } from "chai";
import { createLastingMembers } from "../../../src/call/verification/lasting-members.ts";
import { timings } from "../../../src/call/timings.ts";
import { createManualClock } from "../../platform/manual-clock.ts";
import { member } from "./verifying-pages.ts";

describe("lasting members", () => {
  const meet = (...names: string[]) => ({
    self: member("ann"),
    others: names.map((name) => ({ ...member(name), connectionID: name, send: () => true })),
  });

  it("count when they have been the same for a while, and a review is asked for then", () => {
    const clock = createManualClock();
    let reviews = 0;
    const whenLasting = createLastingMembers(clock, () => (reviews += 1));
    expect(whenLasting(meet("ben"))).to.equal(null);
    clock.advance(timings.safetyCodeAfterMs - 1);
    expect([whenLasting(meet("ben")), reviews]).to.deep.equal([null, 0]);
    clock.advance(1);
    expect(reviews).to.equal(1);
    expect(whenLasting(meet("ben"))?.others).to.have.length(1);
  });

  it("begin anew with everybody who comes or goes", () => {
    const clock = createManualClock();
    const whenLasting = createLastingMembers(clock, () => undefined);
    whenLasting(meet("ben"));
    clock.advance(timings.safetyCodeAfterMs);
    expect(whenLasting(meet("ben", "cat"))).to.equal(null);
    clock.advance(timings.safetyCodeAfterMs);
    expect(whenLasting(meet("cat", "ben"))?.others).to.have.length(2);
    expect(whenLasting(meet("cat"))).to.equal(null);
  });

  it("are nobody at once when nobody else is there", () => {
    const whenLasting = createLastingMembers(createManualClock(), () => undefined);
    expect(whenLasting(meet())?.others).to.have.length(0);
    expect(whenLasting(null)).to.equal(null);
  });
});
