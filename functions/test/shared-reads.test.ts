import { expect } from "chai";
import { shareReads } from "../src/shared-reads.ts";

/** Reads that end when the test says so. */
function stage() {
  const begun: { readonly key: string; resolve(value: string): void; reject(error: Error): void }[] = [];
  const ask = shareReads((key) => new Promise<string>((resolve, reject) => void begun.push({ key, resolve, reject })));
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { begun, ask, settled };
}

describe("shared reads", () => {
  it("answer everybody who asked during a read by the one that begins after it", async () => {
    const { begun, ask, settled } = stage();
    const first = ask("a");
    const others = [ask("a"), ask("a"), ask("a")];
    await settled();
    expect(begun).to.have.length(1);
    begun[0]!.resolve("before");
    expect(await first).to.equal("before");
    await settled();
    expect(begun).to.have.length(2);
    begun[1]!.resolve("after");
    expect(await Promise.all(others)).to.deep.equal(["after", "after", "after"]);
  });

  it("remember nothing", async () => {
    const { begun, ask, settled } = stage();
    for (const value of ["one", "two"]) {
      const asked = ask("a");
      begun.at(-1)!.resolve(value);
      expect(await asked).to.equal(value);
      await settled();
    }
    expect(begun).to.have.length(2);
  });

  it("pass a failure on to those who waited for this read only", async () => {
    const { begun, ask, settled } = stage();
    const first = ask("a");
    const second = ask("a");
    begun[0]!.reject(new Error("room-not-found"));
    expect(await first.catch((error: Error) => error.message)).to.equal("room-not-found");
    await settled();
    const third = ask("a");
    begun[1]!.resolve("created meanwhile");
    expect(await second).to.equal("created meanwhile");
    await settled();
    begun[2]!.reject(new Error("room-expired"));
    expect(await third.catch((error: Error) => error.message)).to.equal("room-expired");
  });

  it("of different keys do not wait for each other", async () => {
    const { begun, ask } = stage();
    const asked = [ask("a"), ask("b")];
    expect(begun.map(({ key }) => key)).to.deep.equal(["a", "b"]);
    begun.forEach(({ key, resolve }) => resolve(key));
    expect(await Promise.all(asked)).to.deep.equal(["a", "b"]);
  });
});
