import { expect } from "chai";
import { createPageToken, type PageToken } from "../../../src/api/app-check/page-token.ts";
import { session } from "../../../src/browser/storage.ts";

interface Asked {
  readonly signal: AbortSignal;
  give(token: string, ttlMs?: number): void;
  fail(error: Error): void;
}

describe("the token of a page", () => {
  let asked: Asked[];
  let page: PageToken;

  const open = () =>
    createPageToken(
      (signal) =>
        new Promise((resolve, reject) => {
          const give = (token: string, ttlMs = 3_600_000) => resolve({ token, ttlMs });
          asked.push({ signal, give, fail: reject });
        }),
    );

  beforeEach(() => {
    session.remove("appCheck");
    asked = [];
    page = open();
  });

  it("is there when the work is done, for as long as the server says", async () => {
    expect(page.token()).to.equal(undefined);
    const renewing = page.renew(undefined);
    asked[0]!.give("a", 60_000);
    await renewing;
    expect(page.token()).to.equal("a");
    expect(page.endsInMs()).to.be.within(1, 60_000);
  });

  it("costs the work once for all who ask at the same time, and for who has not seen it yet", async () => {
    const renewing = Promise.all([page.renew(undefined), page.renew(undefined)]);
    asked[0]!.give("a");
    await renewing;
    await page.renew(undefined);
    expect(asked).to.have.length(1);
  });

  it("is replaced when it is refused", async () => {
    const first = page.renew(undefined);
    asked[0]!.give("a");
    await first;
    const second = page.renew("a");
    asked[1]!.give("b");
    await second;
    expect(page.token()).to.equal("b");
  });

  it("is found again after a reload, until it ends", async () => {
    const renewing = page.renew(undefined);
    asked[0]!.give("a");
    await renewing;
    expect(open().token()).to.equal("a");
    const again = page.renew("a");
    asked[1]!.give("b", -1);
    await again;
    expect(open().token()).to.equal(undefined);
  });

  it("ignores what else may be in the storage", () => {
    for (const text of ["", "a", "{}", "NaN a"]) {
      session.write("appCheck", text);
      expect(open().token(), text).to.equal(undefined);
    }
  });

  it("ends the work when nobody waits for it any more, and begins anew for the next", async () => {
    const [one, other] = [new AbortController(), new AbortController()];
    const renewing = [page.renew(undefined, one.signal), page.renew(undefined, other.signal)];
    const settled = Promise.allSettled(renewing);
    one.abort(new Error("left"));
    expect(asked[0]!.signal.aborted).to.equal(false);
    other.abort(new Error("left"));
    expect(asked[0]!.signal.aborted).to.equal(true);
    const next = page.renew(undefined);
    asked[0]!.fail(new Error("left"));
    asked[1]!.give("b");
    await next;
    expect((await settled).map(({ status }) => status)).to.deep.equal(["rejected", "rejected"]);
    expect(page.token()).to.equal("b");
  });

  it("lets who gives up leave at once", async () => {
    const scope = new AbortController();
    const staying = page.renew(undefined);
    const leaving = page.renew(undefined, scope.signal);
    scope.abort(new Error("left"));
    expect(await leaving.catch((error: Error) => error.message)).to.equal("left");
    asked[0]!.give("a");
    await staying;
  });

  it("may be asked for again after a failure", async () => {
    const failing = page.renew(undefined).catch((error: Error) => error.message);
    asked[0]!.fail(new Error("no network"));
    expect(await failing).to.equal("no network");
    const renewing = page.renew(undefined);
    asked[1]!.give("a");
    await renewing;
    expect(page.token()).to.equal("a");
  });
});
