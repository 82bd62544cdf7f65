import { expect } from "chai";
import { createServerClock } from "../../src/signalling/firestore/server-clock.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** What happens to a device in the minute after the first answer of the server. */
const cases: readonly [what: string, by: { wallMs?: number; monotonicMs?: number }, isAsked: boolean][] = [
  ["nothing", {}, false],
  ["its clock drifts by seconds", { wallMs: 4_000 }, false],
  ["its clock is set forward by 3.6 minutes", { wallMs: 3.6 * minuteMs }, true],
  ["its clock is set forward by nine hours", { wallMs: 9 * hourMs }, true],
  ["its clock is set back by twelve minutes", { wallMs: -12 * minuteMs }, true],
  ["its clock is corrected by decades", { wallMs: 56 * 365 * 24 * hourMs }, true],
  ["it sleeps for seven minutes, with the monotonic clock", { monotonicMs: -7 * minuteMs }, true],
  ["it sleeps, and its clock is corrected", { monotonicMs: -7 * minuteMs, wallMs: -12 * minuteMs }, true],
];

describe("the server's clock", () => {
  let server: number;
  let moved: { wallMs: number; monotonicMs: number };
  let asked: number;
  let answer: () => Promise<string | null>;

  const open = (wrongByMs = 0) => {
    const start = server;
    return createServerClock({
      serverTime: new Date(server).toISOString(),
      sample() {
        asked += 1;
        return answer();
      },
      clocks: {
        wall: () => server + wrongByMs + moved.wallMs,
        monotonic: () => 5_000 + server - start + moved.monotonicMs,
      },
    });
  };

  beforeEach(() => {
    server = Date.UTC(2030, 0, 1);
    moved = { wallMs: 0, monotonicMs: 0 };
    asked = 0;
    answer = async () => new Date(server).toISOString();
  });

  for (const wrongByMs of [0, -29 * 365 * 24 * hourMs, 2 * hourMs]) {
    describe(`on a device that is wrong by ${wrongByMs / hourMs} h`, () => {
      for (const [what, by, isAsked] of cases) {
        it(`is right after a minute in which ${what}, and is never ahead`, async () => {
          const clock = open(wrongByMs);
          server += minuteMs;
          moved = { ...moved, ...by };
          expect(clock.now()).to.equal(server + moved.monotonicMs);
          expect(await clock.review()).to.equal(isAsked);
          expect(clock.now()).to.equal(server);
          expect(await clock.review()).to.equal(false);
          expect(asked).to.equal(isAsked ? 1 : 0);
        });
      }
    });
  }

  it("asks again later when there is no answer", async () => {
    const clock = open();
    moved.wallMs = hourMs;
    const right = answer;
    answer = async () => null;
    expect(await clock.review()).to.equal(false);
    answer = right;
    expect(await clock.review()).to.equal(true);
    expect(clock.now()).to.equal(server);
  });

  it("does not take an answer that came while the device slept", async () => {
    const clock = open();
    moved.wallMs = hourMs;
    const right = answer;
    answer = async () => {
      const early = new Date(server).toISOString();
      server += 10 * minuteMs;
      moved.monotonicMs -= 10 * minuteMs;
      return early;
    };
    expect(await clock.review()).to.equal(false);
    answer = right;
    expect(await clock.review()).to.equal(true);
    expect(clock.now()).to.equal(server);
  });

  it("asks once for several that want to know", async () => {
    const clock = open();
    moved.wallMs = hourMs;
    await Promise.all([clock.review(), clock.review()]);
    expect(asked).to.equal(1);
  });
});
