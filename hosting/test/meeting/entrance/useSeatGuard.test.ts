// The guard of the seat without what it is made of. With it: lobby.browser.test.ts and
// second-tab.long.test.ts.
import { expect } from "chai";
import { effectScope } from "vue";
import { useSeatGuard } from "../../../src/meeting/entrance/useSeatGuard.ts";
import { faults, faultyCall, withGlobals, type Fault } from "../../browser/faults.ts";
import { createManualClock } from "../../platform/manual-clock.ts";

type Call = (() => unknown) | undefined;
const none = () => Promise.resolve({ held: [] });
const silent = () => new Promise(() => {});

const locksOf: Record<string, (call: Call) => unknown> = {
  "navigator.locks": (call) => call && { request: call, query: call },
  "navigator.locks.request": (request) => ({ request, query: none }),
  "navigator.locks.query": (query) => ({ request: silent, query }),
};

/** Time passes until the answer is there. */
async function answerOf<T>(asked: Promise<T>, clock: ReturnType<typeof createManualClock>): Promise<T | "none"> {
  let answer: { value: T } | null = null;
  void asked.then((value) => (answer = { value }));
  for (let step = 0; step < 400 && answer === null; step += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    clock.advance(100);
  }
  return (answer as { value: T } | null)?.value ?? "none";
}

async function withGuard(
  locks: unknown,
  BroadcastChannel: unknown,
  body: (guard: ReturnType<typeof useSeatGuard<string>>, clock: ReturnType<typeof createManualClock>) => Promise<void>,
): Promise<void> {
  const clock = createManualClock();
  const scope = effectScope();
  await withGlobals({ navigator: { locks }, window: new EventTarget(), BroadcastChannel }, async () => {
    try {
      await body(
        scope.run(() => useSeatGuard<string>("room", { handleLetGo: () => Promise.resolve("mine"), clock }))!,
        clock,
      );
    } finally {
      scope.stop();
    }
  });
}

class RefusedChannel {
  constructor() {
    throw new DOMException("Refused", "SecurityError");
  }
}
class MuteChannel extends EventTarget {
  postMessage(): void {
    throw new DOMException("Closed", "InvalidStateError");
  }
  close(): void {}
}

describe("useSeatGuard", () => {
  const channels = { "no BroadcastChannel": undefined, "a refused one": RefusedChannel, "a mute one": MuteChannel };

  for (const [api, locks] of Object.entries(locksOf)) {
    for (const fault of faults) {
      it(`has the seat when ${api} ${fault}`, async () => {
        for (const channel of [...Object.values(channels), globalThis.BroadcastChannel]) {
          await withGuard(locks(faultyCall(fault)), channel, async (guard, clock) => {
            expect(await answerOf(guard.claim(), clock)).to.equal("unknown");
          });
        }
      });
    }
  }

  for (const fault of faults) {
    it(`takes the seat over when navigator.locks ${fault}, and there is nobody to ask`, async () => {
      for (const channel of Object.values(channels)) {
        await withGuard(locksOf["navigator.locks"]!(faultyCall(fault)), channel, async (guard, clock) => {
          expect(
            await answerOf(
              guard.takeOver().then(() => "taken"),
              clock,
            ),
          ).to.equal("taken");
        });
      }
    });
  }

  it("gets what the other tab hands over when there are only messages", async () => {
    const locks = locksOf["navigator.locks"]!(faultyCall("rejects" satisfies Fault));
    await withGuard(locks, globalThis.BroadcastChannel, async (holder, clock) => {
      expect(await answerOf(holder.claim(), clock)).to.equal("unknown");
      await withGuard(locks, globalThis.BroadcastChannel, async (other) => {
        expect(await other.takeOver()).to.equal("mine");
      });
    });
  });

  it("is refused while another page holds the lock, and does not take a slow answer for one", async () => {
    const held = { held: [{ name: "meetogram:room" }] };
    await withGuard({ request: silent, query: () => Promise.resolve(held) }, undefined, async (guard, clock) => {
      expect(await answerOf(guard.claim(), clock)).to.equal("refused");
    });
    let queries = 0;
    const once = () => Promise.resolve((queries += 1) === 1 ? held : { held: [] });
    await withGuard({ request: silent, query: once }, undefined, async (guard, clock) => {
      expect(await answerOf(guard.claim(), clock)).to.equal("unknown");
    });
  });
});
