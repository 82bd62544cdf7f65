import { expect } from "chai";
import { browserFamilyOf, isSupportedBrowser } from "../../src/browser/browser-support.ts";

const agents = {
  chromium: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
  firefox: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  safari:
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
  mobile:
    "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
};

describe("browserFamilyOf", () => {
  for (const [family, agent] of Object.entries(agents)) {
    it(`knows ${family}`, () => expect(browserFamilyOf(agent)).to.equal(family));
  }
});

describe("isSupportedBrowser", () => {
  const complete = {
    isSecureContext: true,
    RTCPeerConnection: class {},
    crypto: { subtle: {}, randomUUID: () => "" },
  };

  it("accepts a browser that has everything", () => {
    expect(isSupportedBrowser(complete as unknown as typeof globalThis)).to.equal(true);
  });

  it("rejects a browser without WebRTC or encryption, and a page without HTTPS", () => {
    for (const missing of [{ RTCPeerConnection: undefined }, { crypto: {} }, { isSecureContext: false }]) {
      expect(isSupportedBrowser({ ...complete, ...missing } as unknown as typeof globalThis)).to.equal(false);
    }
  });
});
