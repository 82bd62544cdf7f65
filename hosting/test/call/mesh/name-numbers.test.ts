import { expect } from "chai";
import fc from "fast-check";
import { comparableName } from "@meetogram/contract";
import { createNameNumbers, numberedName } from "../../../src/call/mesh/name-numbers.ts";

describe("the numbers of names", () => {
  it("tell two of one name apart, however it is written", () => {
    const { numberOf } = createNameNumbers();
    const names = ["Anna", "ANNA", "Boris", "Ａｎｎａ"].map((name, index) => numberOf(`${index}`, name));
    expect(names).to.deep.equal([1, 2, 1, 3]);
  });

  it("stay when the first one leaves, reloads or takes another name", () => {
    const { numberOf } = createNameNumbers();
    expect([numberOf("a", "Anna"), numberOf("b", "Anna")]).to.deep.equal([1, 2]);
    expect([numberOf("b", "Anna"), numberOf("a", "Anna")]).to.deep.equal([2, 1]);
    numberOf("a", "Boris");
    expect(numberOf("b", "Anna")).to.equal(2);
  });

  it("give a name free for others when its participant takes another one", () => {
    const { numberOf } = createNameNumbers();
    for (const name of ["Anna", "Boris", "Cleo"]) numberOf("eve", name);
    expect([numberOf("a", "Anna"), numberOf("c", "Cleo")]).to.deep.equal([1, 2]);
  });

  it("never let two be shown alike, whatever they call themselves and in whatever order", () => {
    const name = fc.constantFrom("Anna", "anna", "Anna (2)", "Anna (2) (2)", "Anna(2)", "Anna (3)", "", "(2)");
    const change = fc.tuple(fc.constantFrom("a", "b", "c", "d"), name);
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const { numberOf } = createNameNumbers();
        const shown = new Map<string, string>();
        for (const [participantID, changed] of changes) {
          shown.set(participantID, comparableName(numberedName(changed, numberOf(participantID, changed))));
          expect(new Set(shown.values()).size).to.equal(shown.size);
        }
      }),
    );
  });
});
