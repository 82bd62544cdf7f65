import { expect } from "chai";
import { whenToAsk } from "../../../src/meeting/entrance/when-to-ask.ts";
import { createManualClock } from "../../platform/manual-clock.ts";

type Permission = PermissionState | null;

describe("when the page requests devices", () => {
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const never = new Promise<never>(() => {});

  function ask(permissions: readonly Promise<Permission>[], answered: Promise<void> = never) {
    const clock = createManualClock();
    let isDue = false;
    void whenToAsk(permissions, answered, clock).then(() => (isDue = true));
    return {
      clock,
      async isDue() {
        await settle();
        return isDue;
      },
    };
  }
  const known = (...permissions: Permission[]) => permissions.map((permission) => Promise.resolve(permission));

  it("waits for nothing where the browser asks nobody", async () => {
    for (const permissions of [known(), known("granted"), known("granted", "granted"), known("denied", "granted")]) {
      expect(await ask(permissions).isDue()).to.equal(true);
    }
  });

  it("waits for the room's answer where the browser asks, or does not tell", async () => {
    for (const permissions of [known("prompt"), known("granted", "prompt"), known(null), [never]]) {
      expect(await ask(permissions).isDue()).to.equal(false);
      expect(await ask(permissions, Promise.resolve()).isDue()).to.equal(true);
    }
  });

  it("does not wait long for a slow server, nor for a browser that never tells", async () => {
    for (const permissions of [known("prompt"), [never]]) {
      const asked = ask(permissions);
      asked.clock.advance(1_499);
      expect(await asked.isDue()).to.equal(false);
      asked.clock.advance(1);
      expect(await asked.isDue()).to.equal(true);
    }
  });
});
