import { expect } from "chai";
import { useIdentity } from "../../../src/meeting/entrance/useIdentity.ts";

const signal = new AbortController().signal;

describe("useIdentity", () => {
  it("requests a userID once and remembers it", async () => {
    const userID = "9b2f3c64-5717-4562-b3fc-2c963f66afa6";
    let requests = 0;
    const source = {
      generateID: () => {
        requests += 1;
        return Promise.resolve({ userID });
      },
    };
    const { fetchUserID } = useIdentity();
    const both = await Promise.all([fetchUserID(source, signal), fetchUserID(source, signal)]);
    expect(both).to.deep.equal([userID, userID]);
    expect(await fetchUserID(source, signal)).to.equal(userID);
    expect(requests).to.equal(1);
  });

  it("keeps the session of a tab until it is renewed", () => {
    const { readSession, renewSession } = useIdentity();
    const first = readSession();
    expect(readSession()).to.equal(first);
    const renewed = renewSession();
    expect(renewed).to.not.equal(first);
    expect(readSession()).to.equal(renewed);
  });
});
