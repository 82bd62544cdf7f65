import { expect } from "chai";
import { startFirestore } from "../src/index.ts";
import { rulesOf } from "./service/service-under-test.ts";

describe("startFirestore", () => {
  it("passes on the warnings of rules, at the start and later", async () => {
    const told: string[] = [];
    const rules = rulesOf("match /rooms/{r} { allow read: if noname; }");
    const firestore = await startFirestore({ rules, onWarning: (text) => told.push(text) });
    try {
      expect(told).to.deep.equal([`1:${rules.indexOf("noname") + 1} unknown name 'noname'`]);
      expect(firestore.setRules(rules)).to.have.length(1);
      expect(firestore.setRules(rulesOf(""))).to.deep.equal([]);
      expect(told).to.have.length(2);
    } finally {
      await firestore.close();
    }
  });
});
