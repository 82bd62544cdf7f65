// Axe in the states of the lobby.
import { expect } from "chai";
import { listViolations } from "../call/axe.ts";
import { openRoom, openSite, refusal, roomPath, type Answer, type Site } from "../site.ts";

const roomWith = (more: object): Answer => ({ json: { ...(openRoom as { json: object }).json, ...more } });

interface State {
  readonly answers?: Partial<Record<"room" | "connect", Answer>>;
  readonly isAllowed?: boolean;
  readonly script?: () => void;
  /** What the state shows. */
  readonly shown: string;
}

const states: Readonly<Record<string, State>> = {
  asking: {
    script: () => (navigator.mediaDevices.getUserMedia = () => new Promise(() => {})),
    shown: '[data-testid="media-notice"]',
  },
  blocked: { isAllowed: false, shown: '[data-testid="ask-again"]' },
  "without devices": {
    script: () =>
      (navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("Not found", "NotFoundError"))),
    shown: '[data-testid="ask-again"]',
  },
  password: { answers: { room: roomWith({ isProtected: true }) }, shown: '[data-testid="password"]' },
  "waiting room": { answers: { room: roomWith({ hasWaitingRoom: true }) }, shown: '[data-testid="asking"]' },
  full: { answers: { connect: refusal(409, "room-full") }, shown: '[data-testid="dead-end"]' },
};

const phone = { locale: "ru-RU", viewport: { width: 390, height: 844 } };
const desktop = { locale: "en-US", viewport: { width: 1280, height: 720 } };
const visits = process.env["LONG_TESTS"] === undefined ? [phone] : [phone, desktop];

describe("axe in the lobby", function () {
  let site: Site;
  before(async () => {
    site = await openSite();
  });

  for (const { locale, viewport } of visits) {
    it(`finds nothing in ${Object.keys(states).length} states, in ${locale}, ${viewport.width} pixels wide`, async () => {
      const found: Record<string, string[]> = {};
      for (const [name, { script, shown, ...options }] of Object.entries(states)) {
        await site.visit({ locale, viewport, ...options }, async ({ page }) => {
          if (script !== undefined) await page.addInitScript(script);
          await page.goto(roomPath);
          await page.locator(shown).first().waitFor({ state: "attached" });
          const violations = await listViolations(page);
          if (violations.length > 0) found[name] = violations;
        });
      }
      expect(found).to.deep.equal({});
    });
  }
});
