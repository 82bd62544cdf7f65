// The SDK itself, with a page's token and a clock that only the test moves.
import { expect } from "chai";
import * as firebase from "firebase/app";
import { getToken, type AppCheck } from "firebase/app-check";
import { setImmediate } from "node:timers/promises";
import type { PageToken } from "../../src/api/client.ts";
import { appCheckTimings, startAppCheck } from "../../src/signalling/firestore/app-check.ts";
import { createManualClock, type ManualClock } from "../platform/manual-clock.ts";

const { deleteApp, initializeApp } = firebase;
/** As the other parts of the SDK find it; its types are not public. */
const { _getProvider: getProvider } = firebase as unknown as {
  readonly _getProvider: (app: firebase.FirebaseApp, name: "app-check") => { getImmediate(): AppCheck };
};
const ttlMs = 60 * 60_000;
const { renewBeforeEndMs, retryMs } = appCheckTimings;

/** What the SDK reads of a token: when it was made and when it ends, by the server's clock. */
function createToken(number: number, madeAtMs: number): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const iat = Math.floor(madeAtMs / 1_000);
  return `${encode({ alg: "RS256" })}.${encode({ iat, exp: iat + ttlMs / 1_000, number })}.c2ln`;
}

describe("App Check of the SDK", () => {
  let app: firebase.FirebaseApp;
  let clock: ManualClock;
  let endsAtMs: number;
  let renewed: number;
  let isFailing: boolean;
  let token: string;
  let stop: () => void;

  /** The device's clock differs from the server's. */
  function start(serverIsBehindMs = 0) {
    const make = () => createToken(renewed, Date.now() - serverIsBehindMs);
    clock = createManualClock();
    [renewed, isFailing] = [0, false];
    token = make();
    endsAtMs = clock.now() + ttlMs;
    const page: PageToken = {
      token: () => token,
      endsInMs: () => endsAtMs - clock.now(),
      async renew() {
        if (isFailing) throw new Error("no network");
        renewed += 1;
        token = make();
        endsAtMs = clock.now() + ttlMs;
      },
    };
    stop = startAppCheck(app, page, clock);
  }

  /** As Firestore asks for it. */
  async function readToken(): Promise<string> {
    return (await getToken(getProvider(app, "app-check").getImmediate())).token;
  }

  /** Until the SDK has finished what a timer has started. */
  async function settle() {
    for (let turn = 0; turn < 20; turn += 1) await setImmediate();
  }

  beforeEach(() => {
    app = initializeApp({ projectId: "demo", apiKey: "any" }, `app-check ${Math.random()}`);
  });

  afterEach(async () => {
    stop();
    await deleteApp(app);
  });

  it("has the page's token, without any work of its own", async () => {
    start();
    expect(await readToken()).to.equal(token);
    expect(renewed).to.equal(0);
  });

  it("gets another one shortly before it ends, again and again", async () => {
    start();
    for (let times = 1; times <= 3; times += 1) {
      const before = token;
      clock.advance(ttlMs - renewBeforeEndMs - 1);
      await settle();
      expect([renewed, await readToken()]).to.deep.equal([times - 1, before]);
      clock.advance(1);
      await settle();
      expect([renewed, await readToken()]).to.deep.equal([times, token]);
      expect(token).not.to.equal(before);
    }
  });

  it("tries again a minute after a failure", async () => {
    start();
    isFailing = true;
    clock.advance(ttlMs - renewBeforeEndMs);
    await settle();
    isFailing = false;
    clock.advance(retryMs);
    await settle();
    expect(renewed).to.equal(1);
  });

  it("does not hurry where the device's clock is two hours fast", async () => {
    start(2 * ttlMs);
    expect(await readToken()).to.equal(token);
    clock.advance(ttlMs - renewBeforeEndMs - 1);
    await settle();
    expect(renewed).to.equal(0);
  });

  it("ends with the seat", async () => {
    start();
    stop();
    clock.advance(2 * ttlMs);
    await settle();
    expect(renewed).to.equal(0);
  });
});
