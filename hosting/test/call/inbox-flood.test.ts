import { expect } from "chai";
import { floodAfter, watchFlood } from "../../src/call/inbox-flood.ts";
import { createListeners } from "../../src/platform/listeners.ts";
import { createManualClock } from "../platform/manual-clock.ts";

describe("an inbox", () => {
  let clock: ReturnType<typeof createManualClock>;
  let floods: string[];
  let receive: (from: string, count: number) => void;

  beforeEach(() => {
    clock = createManualClock();
    floods = [];
    const messages = createListeners<[{ from: string; payload: string }]>();
    const { signal } = new AbortController();
    const signalling = { onMessage: messages.add };
    watchFlood({ signalling, clock, onFlood: (from) => floods.push(from), signal });
    receive = (from, count) => {
      for (let number = 0; number < count; number += 1) messages.emit({ from, payload: "" });
    };
  });

  it("names who fills it, once a minute", () => {
    receive("eve", floodAfter - 1);
    receive("ann", floodAfter - 1);
    expect(floods).to.deep.equal([]);
    receive("eve", 3 * floodAfter);
    expect(floods).to.deep.equal(["eve"]);
    clock.advance(60_000);
    receive("eve", floodAfter);
    expect(floods).to.deep.equal(["eve", "eve"]);
  });

  it("names nobody who sends as much as an honest page after a long cut", () => {
    for (let minute = 0; minute < 10; minute += 1) {
      receive("ann", minute === 0 ? 64 + 14 : 14);
      clock.advance(60_000);
    }
    expect(floods).to.deep.equal([]);
  });
});
