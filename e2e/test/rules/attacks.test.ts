// Everything in the table, tried by everybody against the real rules through the real SDK. What is refused changes nothing.
import { expect } from "chai";
import { attempt, titleOf, type Attack } from "./attack.ts";
import { byDoctoredTokens, byQueries, byWrites, inScene, inSpecialScene, onDocuments } from "./generate/by-callers.ts";
import { onFields } from "./generate/by-fields.ts";
import { bySmuggling } from "./generate/by-smuggling.ts";
import { mainScenes, specialScenes } from "./scenes.ts";
import { expectedContents, useStage, wholeContents } from "./stage.ts";

function attacks(what: string, list: readonly Attack[]): void {
  describe(what, () => {
    for (const attack of list) it(titleOf(attack), () => attempt(attack));

    it("and all that was refused has changed nothing", async () => {
      expect(await wholeContents()).to.deep.equal(expectedContents());
    });
  });
}

describe("rules:", () => {
  useStage();

  attacks("a document", onDocuments());
  attacks("a query", byQueries());
  attacks("a write", byWrites());
  attacks("a write with one field changed", onFields());
  attacks("a write together with another", bySmuggling());
  attacks("a doctored token", byDoctoredTokens());
  for (const scene of mainScenes.slice(1)) attacks(`in ${scene}`, inScene(scene));
  for (const scene of specialScenes) attacks(`in ${scene}`, inSpecialScene(scene));
});
