// Every browser API that the page can do without refuses, all at once: the lobby is reached, and
// Connect works.
import { expect } from "chai";
import { faults, type Fault } from "../../browser/faults.ts";
import { openSite, roomPath, type Site } from "../site.ts";

/** Runs in the page, before its own scripts. */
function breakBrowser(fault: Fault): void {
  const refuse = {
    "is absent": undefined,
    throws() {
      throw new DOMException("Refused by a test", "SecurityError");
    },
    rejects: () => Promise.reject(new DOMException("Refused by a test", "SecurityError")),
    "never answers": () => new Promise(() => {}),
  }[fault];
  const methods: [object, ...string[]][] = [
    [LockManager.prototype, "request", "query"],
    [Permissions.prototype, "query"],
    [MediaDevices.prototype, "getUserMedia", "enumerateDevices", "getDisplayMedia"],
    [MediaCapabilities.prototype, "encodingInfo"],
    [Clipboard.prototype, "writeText"],
    [WakeLock.prototype, "request"],
    [Element.prototype, "requestFullscreen"],
    [RTCPeerConnection, "generateCertificate"],
  ];
  for (const [target, ...names] of methods) {
    for (const name of names) Object.defineProperty(target, name, { value: refuse, configurable: true });
  }
  if (fault === "rejects" || fault === "never answers") return;
  // These answer at once, or not at all.
  for (const name of ["BroadcastChannel", "matchMedia", "AudioContext"]) {
    Object.defineProperty(window, name, { value: refuse, configurable: true });
  }
  const parents = ["locks", "permissions", "mediaDevices", "mediaCapabilities", "clipboard", "wakeLock", "share"];
  if (fault === "is absent") {
    for (const name of parents) Object.defineProperty(navigator, name, { value: undefined, configurable: true });
  }
  const getter = refuse === undefined ? { value: undefined } : { get: refuse };
  for (const name of ["localStorage", "sessionStorage"]) {
    Object.defineProperty(window, name, { ...getter, configurable: true });
  }
  for (const name of ["pushState", "replaceState"]) {
    if (fault === "throws") Object.defineProperty(History.prototype, name, { value: refuse, configurable: true });
  }
}

describe("a browser that refuses all that it may", function () {
  let site: Site;

  before(async () => {
    site = await openSite();
  });

  for (const fault of faults) {
    it(`leads into the lobby, and Connect works: each API ${fault}`, () =>
      site.visit({}, async ({ page, requested, faults: errors }) => {
        // tsx names functions with a helper that a page does not have.
        await page.addInitScript("globalThis.__name ??= (target) => target");
        await page.addInitScript(breakBrowser, fault);
        await page.goto(roomPath);
        await page.getByText("2 people are inside").waitFor();
        await page.getByTestId("connect").click();
        await page.getByTestId("connect").getByText("Taking your seat…").waitFor();
        await page.getByTestId("copy-link").click();
        // The older way of copying works.
        await page.getByTestId("copy-link").getByText("Link copied").waitFor();
        expect(requested).to.include("/connect");
        expect(errors).to.deep.equal([]);
      }));
  }
});
