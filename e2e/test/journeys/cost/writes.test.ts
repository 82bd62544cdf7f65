// What a join costs in Firestore: docs/signalling.md counts the writes, this counts them again in a
// real room.
import { useSystem } from "../../support/system.ts";
import { expectJoinWritesAtMost } from "./count-writes.ts";

describe("a join in Firestore", () => {
  useSystem();

  it("writes at most 3 + 2(N - 1) documents into a room of 2, and none for a candidate", () =>
    expectJoinWritesAtMost(2));
});
