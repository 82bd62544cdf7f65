import { expect } from "chai";
import { createSeal, type Seal } from "../../src/call/sealing/seal.ts";
import { checkSealing } from "../../src/check/check-sealing.ts";

async function check(change: (seal: Seal) => Partial<Seal>): Promise<string> {
  const { verdict, code } = await checkSealing(async (options) => {
    const seal = await createSeal(options);
    return { ...seal, ...change(seal) };
  });
  return `${verdict} ${code}`;
}

describe("checkSealing", () => {
  it("passes with the real seal", async () => {
    expect(await check(() => ({}))).to.equal("ok ok");
  });

  it("fails when a signal comes out changed", async () => {
    const other = { seat: 2, connection: "4f5ae0b8-97a3-4d5a-8d0e-2b5d1a1a7a11" };
    expect(await check(() => ({ openSignal: async () => ({ content: other, signer: "" }) }))).to.equal(
      "failed changed",
    );
  });

  it("fails when what was changed on the way opens", async () => {
    const sent: string[] = [];
    const found = await check((seal) => ({
      async sealSignal(...given) {
        sent.push(await seal.sealSignal(...given));
        return sent[0]!;
      },
      // A browser whose AES-GCM does not check its tag would do this.
      openSignal: (from, to) => seal.openSignal(from, to, sent[0]!),
    }));
    expect(found).to.equal("failed open");
  });

  it("fails when the browser refuses", async () => {
    expect(await check(() => ({ sealSignal: () => Promise.reject(new Error("OperationError")) }))).to.equal(
      "failed refused",
    );
  });
});
