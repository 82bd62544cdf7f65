import { expect } from "chai";
import fc from "fast-check";
import {
  followSpeaker,
  leastShownMs,
  nobody,
  type Following,
} from "../../../../../src/screens/call/stage/views/follow-speaker.ts";

const people = ["anna", "boris", "clara"];

interface Moment {
  readonly atMs: number;
  readonly speaking: readonly string[];
  readonly present?: readonly string[];
}

/** Looks at each moment and whenever it is due. Resolves to who is shown, from when on. */
function follow(moments: readonly Moment[], untilMs: number): [string | null, number][] {
  const changes: [string | null, number][] = [];
  let state: Following = nobody;
  const look = ({ speaking, present = people }: Moment, atMs: number) => {
    const before = state.shown;
    state = followSpeaker(state, { present, speaking, atMs });
    if (state.shown !== before) changes.push([state.shown, atMs]);
  };
  for (const [index, moment] of moments.entries()) {
    const nextMs = moments[index + 1]?.atMs ?? untilMs;
    look(moment, moment.atMs);
    while (state.dueMs !== null && state.dueMs < nextMs) look(moment, state.dueMs);
  }
  return changes;
}

describe("followSpeaker", () => {
  const cases: { what: string; moments: Moment[]; shown: [string | null, number][] }[] = [
    {
      what: "shows the first person before anybody has spoken",
      moments: [{ atMs: 0, speaking: [] }],
      shown: [["anna", 0]],
    },
    {
      what: "shows at first who speaks already",
      moments: [{ atMs: 0, speaking: ["clara"] }],
      shown: [["clara", 0]],
    },
    {
      what: "follows a turn after the previous speaker has ended",
      moments: [
        { atMs: 0, speaking: ["anna"] },
        { atMs: 5_000, speaking: [] },
        { atMs: 6_000, speaking: ["boris"] },
      ],
      shown: [
        ["anna", 0],
        ["boris", 6_700],
      ],
    },
    {
      what: "stays through a cough",
      moments: [
        { atMs: 0, speaking: ["anna"] },
        { atMs: 5_000, speaking: [] },
        { atMs: 5_100, speaking: ["boris"] },
        { atMs: 5_600, speaking: [] },
      ],
      shown: [["anna", 0]],
    },
    {
      what: "stays through silence",
      moments: [
        { atMs: 0, speaking: ["boris"] },
        { atMs: 1_000, speaking: [] },
      ],
      shown: [["boris", 0]],
    },
    {
      what: "stays with the speaker while somebody agrees aloud",
      moments: [
        { atMs: 0, speaking: ["anna"] },
        { atMs: 5_000, speaking: ["anna", "boris"] },
        { atMs: 7_500, speaking: ["anna"] },
      ],
      shown: [["anna", 0]],
    },
    {
      what: "follows somebody who interrupts for long",
      moments: [
        { atMs: 0, speaking: ["anna"] },
        { atMs: 5_000, speaking: ["anna", "boris"] },
      ],
      shown: [
        ["anna", 0],
        ["boris", 8_000],
      ],
    },
    {
      what: "shows who has spoken longest when the speaker ends among several",
      moments: [
        { atMs: 0, speaking: ["anna"] },
        { atMs: 5_000, speaking: ["anna", "clara"] },
        { atMs: 6_000, speaking: ["anna", "boris", "clara"] },
        { atMs: 6_500, speaking: ["boris", "clara"] },
      ],
      shown: [
        ["anna", 0],
        ["clara", 6_500],
      ],
    },
    {
      what: "does not jump between two who answer quickly",
      moments: [
        { atMs: 0, speaking: ["anna"] },
        { atMs: 3_000, speaking: ["boris"] },
        { atMs: 3_800, speaking: ["anna"] },
        { atMs: 4_600, speaking: ["boris"] },
      ],
      shown: [
        ["anna", 0],
        ["boris", 3_700],
      ],
    },
    {
      what: "replaces somebody who has left",
      moments: [
        { atMs: 0, speaking: ["anna"] },
        { atMs: 1_000, speaking: ["boris"], present: ["boris", "clara"] },
      ],
      shown: [
        ["anna", 0],
        ["boris", 1_000],
      ],
    },
    {
      what: "shows nobody in an empty call",
      moments: [
        { atMs: 0, speaking: [] },
        { atMs: 1_000, speaking: [], present: [] },
      ],
      shown: [
        ["anna", 0],
        [null, 1_000],
      ],
    },
  ];

  for (const { what, moments, shown } of cases) {
    it(what, () => expect(follow(moments, 20_000)).to.deep.equal(shown));
  }

  it("shows nobody who stays for less than the least time, whatever is said", () => {
    const moment = fc.record({ afterMs: fc.integer({ min: 1, max: 2_000 }), speaking: fc.subarray(people) });
    fc.assert(
      fc.property(fc.array(moment, { minLength: 1, maxLength: 40 }), (steps) => {
        let atMs = 0;
        const moments = steps.map(({ afterMs, speaking }) => ({ atMs: (atMs += afterMs), speaking }));
        const changes = follow(moments, atMs + 10_000);
        for (const [index, [, sinceMs]] of changes.entries()) {
          if (index > 0) expect(sinceMs - changes[index - 1]![1]).to.be.at.least(leastShownMs);
        }
      }),
    );
  });
});
