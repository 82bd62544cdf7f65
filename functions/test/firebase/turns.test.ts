import { expect } from "chai";
import { runInTurn } from "../../src/firebase/turns.ts";

describe("turns", () => {
  it("run the tasks of one room one after another, in the order they came", async () => {
    const log: string[] = [];
    const task = (name: string) => async (): Promise<string> => {
      log.push(`${name} begins`);
      await Promise.resolve();
      log.push(`${name} ends`);
      return name;
    };
    expect(await Promise.all([runInTurn("room", task("a")), runInTurn("room", task("b"))])).to.deep.equal(["a", "b"]);
    expect(log).to.deep.equal(["a begins", "a ends", "b begins", "b ends"]);
  });

  it("do not make different rooms wait for each other", async () => {
    let release = (): void => undefined;
    const held = runInTurn("slow", () => new Promise<void>((resolve) => (release = resolve)));
    expect(await runInTurn("fast", () => Promise.resolve("done"))).to.equal("done");
    release();
    await held;
  });

  it("continue after a failure, which only its own caller sees", async () => {
    const failed = runInTurn("room", () => Promise.reject(new Error("lost")));
    const next = runInTurn("room", () => Promise.resolve("done"));
    const [first, second] = await Promise.allSettled([failed, next]);
    expect([first.status, second.status]).to.deep.equal(["rejected", "fulfilled"]);
  });
});
