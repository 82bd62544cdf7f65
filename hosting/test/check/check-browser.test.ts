import { expect } from "chai";
import { checkBrowser, checkFeatures, checkStorage } from "../../src/check/check-browser.ts";
import { nameBrowser } from "../../src/check/name-browser.ts";

const chromium =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36";

function scope(changes: object = {}): typeof globalThis {
  return {
    isSecureContext: true,
    RTCPeerConnection: class {},
    crypto: { subtle: {}, randomUUID: () => "" },
    navigator: { userAgent: chromium, maxTouchPoints: 0 },
    ...changes,
  } as unknown as typeof globalThis;
}

describe("nameBrowser", () => {
  const webKit = "AppleWebKit/605.1.15 (KHTML, like Gecko)";
  const named: readonly (readonly [userAgent: string, touch: number, name: string])[] = [
    [chromium, 0, "Chromium 156 Linux"],
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:153.0) Gecko/20100101 Firefox/153.0", 0, "Firefox 153 Windows"],
    [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webKit} Version/26.1 Safari/605.1.15`, 0, "Safari 26.1 macOS"],
    [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webKit} Version/26.1 Safari/605.1.15`, 5, "Safari 26.1 iPad"],
    [
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${webKit} Version/18.5 Mobile/15E148 Safari/604.1`,
      5,
      "Safari 18.5 iPhone",
    ],
    [
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${webKit} CriOS/156.0.1 Mobile/15E148 Safari/604.1`,
      5,
      "Chromium 156 iPhone",
    ],
    [`Mozilla/5.0 (X11; Linux x86_64) ${webKit} Version/60.5 Safari/605.1.15`, 0, "WebKit 60.5 Linux"],
    [`Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${webKit} Mobile/15E148`, 5, "WebKit 605 iPhone"],
    [`${chromium} Edg/156.0.1`, 0, "Edge 156 Linux"],
    ["Lynx", 0, "null 0 null"],
  ];
  for (const [userAgent, touch, name] of named) {
    it(`reads ${name}`, () => {
      const { browser, version, system } = nameBrowser(userAgent, touch);
      expect(`${browser} ${version} ${system}`).to.equal(name);
    });
  }
});

describe("checkBrowser", () => {
  it("names a browser that has everything", () => {
    expect(checkBrowser(scope())).to.deep.equal({
      line: "browser",
      verdict: "ok",
      code: "ok",
      figures: { browser: ["Chromium"], version: 156, system: ["Linux"] },
    });
  });

  it("fails without https, and says nothing of what follows from that", () => {
    const { verdict, code } = checkBrowser(scope({ isSecureContext: false, crypto: {} }));
    expect([verdict, code]).to.deep.equal(["failed", "insecure"]);
  });

  it("fails without WebRTC or Web Crypto, and names them", () => {
    const none = checkBrowser(scope({ RTCPeerConnection: undefined, crypto: undefined }));
    expect([none.verdict, none.code, none.figures["missing"]]).to.deep.equal([
      "failed",
      "missing",
      ["WebRTC", "Web Crypto"],
    ]);
    expect(checkBrowser(scope({ crypto: { subtle: {} } })).figures["missing"]).to.deep.equal(["Web Crypto"]);
  });

  it("does not fail a browser for its name", () => {
    const { verdict, code } = checkBrowser(scope({ navigator: { userAgent: "Lynx" } }));
    expect([verdict, code]).to.deep.equal(["look", "unnamed"]);
  });
});

describe("checkFeatures", () => {
  it("lists what is missing, even where reading it throws", () => {
    const found = checkFeatures(
      scope({
        navigator: {
          clipboard: { writeText() {} },
          get storage(): never {
            throw new Error("SecurityError");
          },
          locks: {},
        },
        document: { fullscreenEnabled: false },
        HTMLMediaElement: class {},
        Notification: class {},
      }),
    );
    expect([found.verdict, found.code]).to.deep.equal(["look", "missing"]);
    expect(found.figures["present"]).to.deep.equal(["Clipboard", "Notifications", "Web Locks"]);
    expect(found.figures["missing"]).to.include.members(["Full screen", "Private file system", "Speaker choice"]);
  });
});

describe("checkStorage", () => {
  const storage = (changes: object) => () =>
    ({ setItem() {}, getItem: () => "1", removeItem() {}, ...changes }) as never;

  it("passes where a value is kept, and leaves none behind", () => {
    const values = new Map<string, string>();
    const kept = checkStorage(
      () =>
        ({
          setItem: (key: string, value: string) => values.set(key, value),
          getItem: (key: string) => values.get(key) ?? null,
          removeItem: (key: string) => values.delete(key),
        }) as never,
    );
    expect([kept.verdict, values.size]).to.deep.equal(["ok", 0]);
  });

  it("says where it is forbidden, full, or forgets at once", () => {
    const refuse = () => {
      throw new Error("QuotaExceededError");
    };
    for (const open of [refuse, storage({ setItem: refuse }), storage({ getItem: () => null })]) {
      const { verdict, code } = checkStorage(open);
      expect([verdict, code]).to.deep.equal(["look", "refused"]);
    }
  });
});
