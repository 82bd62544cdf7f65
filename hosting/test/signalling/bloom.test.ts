// What the build puts in the place of a part of the SDK, against that part and against Node's MD5.
import { createHash } from "node:crypto";
import * as original from "@firebase/webchannel-wrapper/bloom-blob";
import { expect } from "chai";
import { Integer, Md5 } from "../../src/signalling/firestore/sdk/bloom.ts";

function digestOf(message: Uint8Array): number[] {
  const md5 = new Md5();
  md5.update(message);
  return md5.digest();
}

/** The bits that a Bloom filter asks for, computed as the SDK does. */
function bitsOf(
  { Integer: Class }: { readonly Integer: typeof original.Integer },
  name: string,
  size: number,
): number[] {
  const hash = new DataView(new Uint8Array(createHash("md5").update(name).digest()).buffer);
  const word = (index: number) => hash.getUint32(4 * index, true);
  const [first, second] = [new Class([word(0), word(1)], 0), new Class([word(2), word(3)], 0)];
  const most = new Class([0xffffffff, 0xffffffff], 0);
  return Array.from({ length: 30 }, (_, index) => {
    let sum = first.add(second.multiply(Class.fromNumber(index)));
    if (sum.compare(most) === 1) sum = new Class([sum.getBits(0), sum.getBits(1)], 0);
    return sum.modulo(Class.fromNumber(size)).toNumber();
  });
}

describe("the SDK's Bloom filters", () => {
  it("have the MD5 of messages of every length around a block", () => {
    for (let length = 0; length < 200; length++) {
      const message = Uint8Array.from({ length }, (_, index) => (index * 167 + length) % 256);
      expect(digestOf(message), `${length} bytes`).to.deep.equal([...createHash("md5").update(message).digest()]);
    }
  });

  it("ask for the same bits as with the SDK's own integers", () => {
    for (let index = 0; index < 300; index++) {
      const name = `projects/p/databases/(default)/documents/rooms/${index}/seats/${index * 7919}`;
      const size = 1 + ((index * 104_729) % 50_000);
      expect(bitsOf({ Integer: Integer as never }, name, size), name).to.deep.equal(bitsOf(original, name, size));
    }
  });

  it("compare numbers of documents' names as the SDK does", () => {
    const numbers = ["0", "7", "10", "4294967296", "9007199254740993", "18446744073709551615"];
    for (const left of numbers)
      for (const right of numbers) {
        const said = Integer.fromString(left).compare(Integer.fromString(right));
        expect(said, `${left}, ${right}`).to.equal(
          original.Integer.fromString(left).compare(original.Integer.fromString(right)),
        );
      }
  });
});
