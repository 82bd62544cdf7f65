// Everybody tries everything in the table, against the real rules through the real SDK. A refused
// attack changes nothing.
import { expect } from "chai";
import { attempt, titleOf, type Attack } from "./attack.ts";
import { byModifiedTokens, byQueries, byWrites, inScene, inSpecialScene, onDocuments } from "./generate/by-callers.ts";
import { onFields } from "./generate/by-fields.ts";
import { byCombinedWrites } from "./generate/by-combined-writes.ts";
import { mainScenes, specialScenes } from "./scenes.ts";
import { expectedDocuments, useRulesFirestore, readAllDocuments } from "./rules-firestore.ts";

function attacks(what: string, list: readonly Attack[]): void {
  describe(what, () => {
    for (const attack of list) it(titleOf(attack), () => attempt(attack));

    it("leaves every document unchanged by refused attacks", async () => {
      expect(await readAllDocuments()).to.deep.equal(expectedDocuments());
    });
  });
}

describe("rules:", () => {
  useRulesFirestore();

  attacks("a document", onDocuments());
  attacks("a query", byQueries());
  attacks("a write", byWrites());
  attacks("a write with one field changed", onFields());
  attacks("a write together with another", byCombinedWrites());
  attacks("a modified token", byModifiedTokens());
  for (const scene of mainScenes.slice(1)) attacks(`in ${scene}`, inScene(scene));
  for (const scene of specialScenes) attacks(`in ${scene}`, inSpecialScene(scene));
});
