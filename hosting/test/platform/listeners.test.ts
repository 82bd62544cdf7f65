import { expect } from "chai";
import { createListeners } from "../../src/platform/listeners.ts";

describe("listeners", () => {
  it("hear until their signal is aborted", () => {
    const { add, emit } = createListeners<[number]>();
    const controller = new AbortController();
    const heard: number[] = [];
    add((value) => heard.push(value), { signal: controller.signal });
    emit(1);
    controller.abort();
    emit(2);
    expect(heard).to.deep.equal([1]);
  });

  it("are not added with a signal that was aborted before", () => {
    const { add, emit } = createListeners<[number]>();
    add(() => expect.fail("heard"), { signal: AbortSignal.abort() });
    emit(1);
  });

  it("are not called after another listener has removed them during the same event", () => {
    const { add, emit } = createListeners<[]>();
    const controller = new AbortController();
    add(() => controller.abort(), { signal: new AbortController().signal });
    add(() => expect.fail("heard"), { signal: controller.signal });
    emit();
  });
});
