import { expect } from "chai";
import { effectScope, shallowRef } from "vue";
import { useLobbyRest } from "../../../src/meeting/entrance/useLobbyRest.ts";
import { createManualClock } from "../../platform/manual-clock.ts";

describe("a lobby", () => {
  const minuteMs = 60_000;
  const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
  const original = Object.getOwnPropertyDescriptor(globalThis, "document");
  let did: string[];
  let clock: ReturnType<typeof createManualClock>;
  let scope: ReturnType<typeof effectScope>;

  function show(visibilityState: "visible" | "hidden") {
    page.visibilityState = visibilityState;
    page.dispatchEvent(new Event("visibilitychange"));
  }

  beforeEach(() => {
    Object.defineProperty(globalThis, "document", { value: page, configurable: true });
    page.visibilityState = "visible";
    did = [];
    clock = createManualClock();
    scope = effectScope();
    const call = shallowRef({ rest: () => void did.push("rest"), wake: () => void did.push("wake") });
    scope.run(() => useLobbyRest(call, clock));
  });
  afterEach(() => {
    scope.stop();
    if (original === undefined) Reflect.deleteProperty(globalThis, "document");
    else Object.defineProperty(globalThis, "document", original);
  });

  it("rests after a hidden minute, and wakes when it becomes visible", () => {
    show("hidden");
    clock.advance(minuteMs - 1);
    expect(did).to.deep.equal([]);
    clock.advance(1);
    show("visible");
    expect(did).to.deep.equal(["rest", "wake"]);
  });

  it("does not rest when it becomes visible in time", () => {
    show("hidden");
    clock.advance(minuteMs - 1);
    show("visible");
    clock.advance(minuteMs);
    expect(did).to.deep.equal(["wake"]);
  });

  it("wakes when somebody moves, types or touches, before Connect is pressed", () => {
    for (const type of ["pointermove", "pointerdown", "keydown"]) page.dispatchEvent(new Event(type));
    expect(did).to.deep.equal(["wake", "wake", "wake"]);
  });

  it("does nothing after the visit", () => {
    show("hidden");
    scope.stop();
    page.dispatchEvent(new Event("pointermove"));
    clock.advance(minuteMs);
    show("visible");
    expect(did).to.deep.equal([]);
  });
});
