import { expect } from "chai";
import { createHistoryValues } from "../../src/browser/history-values.ts";
import { createStore } from "../../src/browser/storage.ts";

/** The entry of a tab, as a browser keeps it across reloads: a copy of what was written. */
function createEntry(state: unknown = null) {
  return {
    state,
    replaceState(next: unknown) {
      this.state = structuredClone(next);
    },
  };
}

type Refusing = "opening" | "reading" | "writing" | "removing" | "nothing";

/** Storage that refuses one of its operations, or all of them. */
function createStorage(refusing: Refusing, values = new Map<string, string>()) {
  const refuse = (operation: Refusing) => {
    if (operation !== refusing) return;
    throw new DOMException("Refused", operation === "writing" ? "QuotaExceededError" : "SecurityError");
  };
  const storage = {
    getItem: (key: string) => (refuse("reading"), values.get(key) ?? null),
    setItem: (key: string, value: string) => (refuse("writing"), void values.set(key, value)),
    removeItem: (key: string) => (refuse("removing"), void values.delete(key)),
  };
  return () => (refuse("opening"), storage as unknown as Storage);
}

describe("a store", () => {
  for (const refusing of ["opening", "writing", "nothing"] as const) {
    it(`keeps values across a reload when ${refusing} is refused`, () => {
      const entry = createEntry();
      const open = createStorage(refusing);
      const load = () => createStore(open, createHistoryValues(entry, undefined));
      load().write("name", "Anna");
      expect(load().read("name")).to.equal("Anna");
      load().write("name", "Ben");
      expect(load().read("name")).to.equal("Ben");
      load().remove("name");
      expect(load().read("name")).to.equal(null);
    });
  }

  for (const refusing of ["opening", "reading", "writing", "removing"] as const) {
    it(`does not throw when ${refusing} is refused, and there is no history either`, () => {
      const store = createStore(createStorage(refusing), createHistoryValues(undefined, undefined));
      store.write("name", "Anna");
      if (refusing !== "reading") expect(store.read("name")).to.equal("Anna");
      store.remove("name");
      if (refusing !== "removing") expect(store.read("name")).to.equal(null);
    });
  }

  it("does not throw when the history refuses, and keeps values for the page", () => {
    const entry = { state: null, replaceState: () => expect.fail("too many") };
    const store = createStore(createStorage("opening"), createHistoryValues(entry, undefined));
    store.write("name", "Anna");
    expect(store.read("name")).to.equal("Anna");
  });

  it("forgets the older value when a newer one does not fit", () => {
    const stored = new Map([["name", "Anna"]]);
    const entry = createEntry();
    const store = createStore(createStorage("writing", stored), createHistoryValues(entry, undefined));
    store.write("name", "Anna-Maria");
    expect(store.read("name")).to.equal("Anna-Maria");
    expect(stored.size).to.equal(0);
  });

  it("leaves nothing in the history once storage has room again", () => {
    const entry = createEntry();
    const values = createHistoryValues(entry, undefined);
    createStore(createStorage("writing"), values).write("name", "Anna");
    const stored = new Map<string, string>();
    createStore(createStorage("nothing", stored), values).write("name", "Ben");
    expect(stored.get("name")).to.equal("Ben");
    expect(entry.state).to.deep.equal({ kept: {} });
  });
});

describe("values in the history", () => {
  it("leave the state of others alone, and ignore what is not theirs", () => {
    for (const state of [
      { other: 1 },
      { kept: 5, other: 1 },
      { kept: { a: 1 }, other: 1 },
      { kept: ["x"], other: 1 },
    ]) {
      const entry = createEntry(state);
      createHistoryValues(entry, undefined).set("name", "Anna");
      expect(entry.state).to.deep.include({ other: 1 });
    }
    expect(createHistoryValues(createEntry("text"), undefined).get("name")).to.equal(undefined);
  });

  it("that were removed do not come back with an older entry", () => {
    const events = new EventTarget();
    const entry = createEntry();
    const values = createHistoryValues(entry, events);
    values.set("entered", "yes");
    const older = entry.state;
    values.delete("entered");
    entry.state = older;
    events.dispatchEvent(new Event("popstate"));
    expect(createHistoryValues(entry, undefined).get("entered")).to.equal(undefined);
  });
});
