import { expect } from "chai";
import { createStore } from "../../src/browser/storage.ts";

describe("createStore", () => {
  it("keeps values in memory when storage is forbidden", () => {
    const store = createStore(() => {
      throw new DOMException("Forbidden", "SecurityError");
    });
    store.write("name", "Anna");
    expect(store.read("name")).to.equal("Anna");
    store.remove("name");
    expect(store.read("name")).to.equal(null);
  });
});
