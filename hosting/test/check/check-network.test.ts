import { expect } from "chai";
import { countCandidates, judgeCandidates } from "../../src/check/check-network.ts";
import { createHurriedClock } from "./hurried-clock.ts";

type Given = { type?: string; candidate: string } | null;

/** Gives these candidates once it has an offer. Without a null at the end, it never ends. */
class GatheringConnection extends EventTarget {
  isClosed = false;
  readonly given: readonly Given[];
  constructor(given: readonly Given[]) {
    super();
    this.given = given;
  }
  createDataChannel(): void {}
  async setLocalDescription(): Promise<void> {
    for (const candidate of this.given) this.dispatchEvent(Object.assign(new Event("icecandidate"), { candidate }));
  }
  close(): void {
    this.isClosed = true;
  }
}

const line = (type: string) => ({ type, candidate: `candidate:1 1 udp 1 192.0.2.7 9 typ ${type}` });

describe("countCandidates", () => {
  async function count(connection: GatheringConnection) {
    return countCandidates(connection as never, createHurriedClock(), new AbortController().signal);
  }

  it("counts each kind, and closes the connection", async () => {
    const connection = new GatheringConnection([line("host"), line("host"), line("srflx"), line("relay"), null]);
    expect(await count(connection)).to.deep.equal({ host: 2, srflx: 1, relay: 1 });
    expect(connection.isClosed).to.equal(true);
  });

  it("reads the kind from the line where the browser has no field for it", async () => {
    const old = new GatheringConnection([{ candidate: line("relay").candidate }, { candidate: "" }, null]);
    expect(await count(old)).to.deep.equal({ host: 0, srflx: 0, relay: 1 });
  });

  it("does not wait for ever for a server that does not answer", async () => {
    const connection = new GatheringConnection([line("host")]);
    expect(await count(connection)).to.deep.equal({ host: 1, srflx: 0, relay: 0 });
    expect(connection.isClosed).to.equal(true);
  });

  it("closes the connection of a browser that refuses", async () => {
    const connection = new GatheringConnection([]);
    connection.setLocalDescription = () => Promise.reject(new Error("No"));
    expect(await count(connection).catch(() => "refused")).to.equal("refused");
    expect(connection.isClosed).to.equal(true);
  });
});

describe("judgeCandidates", () => {
  const judge = (host: number, srflx: number, relay: number, urls: string[] | null) => {
    const { verdict, code } = judgeCandidates({ host, srflx, relay }, urls && [{ urls }]);
    return `${verdict} ${code}`;
  };

  it("passes where every helper that the server names was reached", () => {
    expect(judge(1, 1, 1, ["stun:s.example", "turns:t.example"])).to.equal("ok ok");
    expect(judge(1, 1, 0, ["stun:s.example"])).to.equal("ok without-relay");
    expect(judge(1, 0, 0, [])).to.equal("ok without-relay");
    // Its relay only: some people want that.
    expect(judge(0, 0, 1, ["turn:t.example"])).to.equal("ok ok");
  });

  it("tells what may be in the way", () => {
    expect(judge(0, 0, 0, [])).to.equal("failed none");
    expect(judge(1, 1, 0, ["stun:s.example", "turn:t.example"])).to.equal("look no-relay");
    expect(judge(1, 0, 0, ["stun:s.example"])).to.equal("look no-public");
    expect(judge(1, 0, 0, null)).to.equal("look unasked");
  });
});
