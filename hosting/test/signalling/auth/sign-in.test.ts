// A sign-in whose requests the test answers, with clocks that only the test moves.
import { setImmediate } from "node:timers/promises";
import { expect } from "chai";
import { createSignIn, signInTimings, type SignIn } from "../../../src/signalling/firestore/auth/sign-in.ts";
import { SignInError, type TokenRequests } from "../../../src/signalling/firestore/auth/token-requests.ts";
import { createManualClock, type ManualClock } from "../../platform/manual-clock.ts";

const lifeMs = 60 * 60_000;
const { renewBeforeEndMs, firstRetryMs, longestRetryMs, signInRetriesMs } = signInTimings;

describe("a sign-in", () => {
  let clock: ManualClock;
  let wallMs: number;
  let signIn: SignIn;
  let asked: string[];
  let told: (string | null)[];
  let failure: SignInError | null;
  /** Requests wait for it. */
  let gate: Promise<void>;

  const listener = (token: string | null) => void told.push(token);

  async function answer(request: string) {
    asked.push(request);
    const number = asked.length;
    await gate;
    if (failure !== null) throw failure;
    return { idToken: `id ${number}`, refreshToken: `refresh ${number}`, lifeMs };
  }

  const requests: TokenRequests = { exchange: answer, renew: answer };

  beforeEach(() => {
    clock = createManualClock();
    wallMs = 0;
    [asked, told, failure, gate] = [[], [], null, Promise.resolve()];
    signIn = createSignIn({ requests, clock, wall: () => wallMs, readUserID: (token) => `user of ${token}` });
  });
  afterEach(() => signIn.close());

  async function settle() {
    for (let turn = 0; turn < 5; turn += 1) await setImmediate();
  }

  async function pass(ms: number) {
    wallMs += ms;
    clock.advance(ms);
    await settle();
  }

  async function start() {
    signIn.addAuthTokenListener(listener);
    await settle();
    await signIn.start("custom");
  }

  const read = async () => (await signIn.getToken())?.accessToken ?? null;
  const codeOf = (attempt: Promise<unknown>) =>
    attempt.then(
      () => null,
      (error: SignInError) => error.code,
    );

  it("tells the SDK what holds: nothing at first, then the token and its account", async () => {
    expect([await read(), signIn.getUid(), await signIn.isHeld()]).to.deep.equal([null, null, false]);
    await start();
    expect(told).to.deep.equal([null, "id 1"]);
    expect([await read(), signIn.idToken(), signIn.getUid()]).to.deep.equal(["id 1", "id 1", "user of id 1"]);
    expect(await signIn.isHeld()).to.equal(true);
  });

  it("takes what the server has got for the token, and renews that before the end", async () => {
    signIn.addAuthTokenListener(listener);
    await settle();
    signIn.take({ idToken: "given", refreshToken: "refresh given", expiresIn: String(lifeMs / 1_000) });
    expect([told, await read(), signIn.getUid()]).to.deep.equal([[null, "given"], "given", "user of given"]);
    await pass(lifeMs - renewBeforeEndMs - 1);
    expect(asked).to.deep.equal([]);
    await pass(1);
    expect(asked).to.deep.equal(["refresh given"]);
    expect(await read()).to.equal("id 1");
  });

  it("tells a late listener the token that holds, and no removed one", async () => {
    await signIn.start("custom");
    signIn.addAuthTokenListener(listener);
    signIn.addAuthTokenListener((token) => void told.push(`late ${token}`));
    signIn.removeAuthTokenListener(listener);
    await settle();
    expect(told).to.deep.equal(["late id 1"]);
  });

  it("renews its token before the end, again and again, by the newest refresh token", async () => {
    await start();
    for (let times = 1; times <= 3; times += 1) {
      await pass(lifeMs - renewBeforeEndMs - 1);
      expect(asked).to.have.length(times);
      await pass(1);
      expect([asked.at(-1), told.at(-1), await read()]).to.deep.equal([
        `refresh ${times}`,
        `id ${times + 1}`,
        `id ${times + 1}`,
      ]);
    }
  });

  it("keeps its token through an outage, and tries again ever more rarely", async () => {
    await start();
    failure = new SignInError("no-answer");
    await pass(lifeMs - renewBeforeEndMs);
    expect(await read()).to.equal("id 1");
    let delayMs: number = firstRetryMs;
    for (let tries = 2; tries < 10; tries += 1) {
      await pass(delayMs - 1);
      expect(asked).to.have.length(tries);
      await pass(1);
      expect(asked).to.have.length(tries + 1);
      delayMs = Math.min(2 * delayMs, longestRetryMs);
    }
    expect(told).to.deep.equal([null, "id 1"]);
    expect(await codeOf(signIn.getToken())).to.equal("no-answer");
    expect(await signIn.isHeld()).to.equal(true);
    failure = null;
    await pass(longestRetryMs);
    expect(told.at(-1))
      .to.match(/^id \d+$/)
      .and.not.to.equal("id 1");
    await pass(lifeMs - renewBeforeEndMs - 1);
    const { length } = asked;
    await pass(1);
    expect(asked).to.have.length(length + 1);
  });

  it("ends when the server refuses, asks no more, and begins anew with another custom token", async () => {
    await start();
    failure = new SignInError("refused");
    expect(await codeOf(signIn.getToken(true))).to.equal("refused");
    expect(told).to.deep.equal([null, "id 1", null]);
    expect([await read(), signIn.getUid(), await signIn.isHeld()]).to.deep.equal([null, null, false]);
    await pass(2 * lifeMs);
    expect(asked).to.have.length(2);
    failure = null;
    await signIn.start("another");
    expect([asked.at(-1), told.at(-1), await signIn.isHeld()]).to.deep.equal(["another", "id 3", true]);
  });

  it("asks once for all who want a new token, and gives it to all", async () => {
    await start();
    const tokens = await Promise.all([signIn.getToken(true), signIn.getToken(true)]);
    expect(tokens.map((token) => token?.accessToken)).to.deep.equal(["id 2", "id 2"]);
    expect(asked).to.have.length(2);
  });

  it("is not ended by the late refusal of an earlier sign-in", async () => {
    await start();
    let release = () => {};
    gate = new Promise((resolve) => (release = resolve));
    const renewing = signIn.getToken(true);
    const starting = signIn.start("another");
    await settle();
    gate = Promise.resolve();
    failure = null;
    release();
    await Promise.all([renewing, starting]);
    expect(await read()).to.equal("id 3");
    expect(signIn.idToken()).to.equal("id 3");
  });

  it("gives no token that ended while the device slept, whichever clock stood still", async () => {
    for (const sleep of [() => (wallMs += lifeMs), () => clock.freeze(lifeMs)]) {
      await signIn.start("custom");
      const before = await read();
      sleep();
      expect(await read()).not.to.equal(before);
    }
  });

  it("needs no right date: a clock that is set back changes nothing", async () => {
    await start();
    wallMs -= 30 * 365 * 24 * lifeMs;
    expect(await read()).to.equal("id 1");
    await pass(lifeMs - renewBeforeEndMs);
    expect(await read()).to.equal("id 2");
  });

  it("tries to sign in three times where there is no answer, and once where it is refused", async () => {
    failure = new SignInError("no-answer");
    const code = codeOf(signIn.start("custom"));
    await settle();
    for (const ms of signInRetriesMs) await pass(ms);
    expect([await code, asked.length]).to.deep.equal(["no-answer", 3]);
    failure = new SignInError("refused");
    expect([await codeOf(signIn.start("custom")), asked.length]).to.deep.equal(["refused", 4]);
  });

  it("does nothing any more once it is closed", async () => {
    await start();
    signIn.close();
    await pass(2 * lifeMs);
    expect([asked.length, told.length]).to.deep.equal([1, 2]);
  });
});
