// What a join costs in Firestore, in a room of three.
import { useSystem } from "../support/system.ts";
import { expectJoinWritesAtMost } from "../support/writes.ts";

describe("a join in Firestore", () => {
  useSystem();

  it("writes at most 3 + 2(N - 1) documents into a room of 3, and none for a candidate", () =>
    expectJoinWritesAtMost(3));
});
