// Browsers by what their document says of full screen.
import { expect } from "chai";
import { effectScope } from "vue";
import { useFullScreen } from "../../../../src/screens/call/stage/views/useFullScreen.ts";

class FakeDocument extends EventTarget {
  documentElement = { requestFullscreen: () => Promise.reject(new TypeError("No")) };
}

function open(changes: object) {
  const page = Object.assign(new FakeDocument(), changes);
  Object.defineProperty(globalThis, "document", { value: page, configurable: true });
  const scope = effectScope();
  return { page, scope, ...scope.run(useFullScreen)! };
}

describe("useFullScreen", () => {
  const original = Object.getOwnPropertyDescriptor(globalThis, "document");
  afterEach(() => {
    if (original === undefined) Reflect.deleteProperty(globalThis, "document");
    else Object.defineProperty(globalThis, "document", original);
  });

  it("offers none on an iPhone, whose document knows nothing of it", () => {
    const { canFill, isFilled } = open({});
    expect([canFill, isFilled.value]).to.deep.equal([false, false]);
  });

  it("offers none inside a frame that may not", () => {
    expect(open({ fullscreenEnabled: false, fullscreenElement: null }).canFill).to.equal(false);
  });

  it("follows the browser, also when the person ends it by a key", () => {
    const { page, scope, canFill, isFilled } = open({ fullscreenEnabled: true, fullscreenElement: null });
    expect([canFill, isFilled.value]).to.deep.equal([true, false]);
    for (const fullscreenElement of [{}, null]) {
      Object.assign(page, { fullscreenElement });
      page.dispatchEvent(new Event("fullscreenchange"));
      expect(isFilled.value).to.equal(fullscreenElement !== null);
    }
    scope.stop();
    Object.assign(page, { fullscreenElement: {} });
    page.dispatchEvent(new Event("fullscreenchange"));
    expect(isFilled.value).to.equal(false);
  });

  it("stays as it is when the browser refuses", async () => {
    const { isFilled, toggleFullScreen } = open({ fullscreenEnabled: true, fullscreenElement: null });
    toggleFullScreen();
    await new Promise((resolve) => setImmediate(resolve));
    expect(isFilled.value).to.equal(false);
  });
});
