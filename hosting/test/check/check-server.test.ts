import { expect } from "chai";
import { ApiError } from "../../src/api/client.ts";
import { checkFirestore } from "../../src/check/check-firestore.ts";
import { askIceServers, checkServer, type ServerApi } from "../../src/check/check-server.ts";
import { createHurriedClock } from "./hurried-clock.ts";

const never = () => new Promise<never>(() => {});
const uuid = "1b4e28ba-2fa1-4d2a-883f-0016d3cca427";

function createApi(changes: Partial<Record<keyof ServerApi, () => Promise<unknown>>> = {}) {
  const burnt: unknown[] = [];
  const api = {
    generateID: async () => ({ userID: uuid }),
    create: async () => ({ uuid, hostKey: "key" }),
    connect: async () => ({ iceServers: [{ urls: ["turn:relay.example"] }] }),
    burn: async (request: unknown) => burnt.push(request),
    ...changes,
  } as unknown as ServerApi;
  return { api, burnt };
}

const around = (changes: object = {}) => ({
  clock: createHurriedClock(),
  isOnline: true,
  signal: new AbortController().signal,
  ...changes,
});

describe("checkServer", () => {
  async function check(generateID: () => Promise<unknown>, options = around()) {
    const { finding, userID } = await checkServer(createApi({ generateID }).api, options);
    return `${finding.verdict} ${finding.code}${userID === null ? "" : " with an ID"}`;
  }

  it("passes on a quick answer, and has a look at a slow one", async () => {
    expect(await check(async () => ({ userID: uuid }))).to.equal("ok ok with an ID");
    let time = 0;
    const clock = { ...createHurriedClock(), now: () => (time += 3_000) };
    expect(await check(async () => ({ userID: uuid }), around({ clock }))).to.equal("look slow with an ID");
  });

  it("tells no network, no answer and an error from each other", async () => {
    const fail = (status: number) => () => Promise.reject(new ApiError("network", status));
    expect(await check(fail(0), around({ isOnline: false }))).to.equal("failed offline");
    expect(await check(fail(0))).to.equal("failed no-answer");
    expect(await check(never)).to.equal("failed no-answer");
    expect(await check(fail(503))).to.equal("failed refused");
  });
});

describe("askIceServers", () => {
  it("learns them with a seat in a room of its own, which it erases", async () => {
    const { api, burnt } = createApi();
    expect(await askIceServers(api, uuid, around())).to.deep.equal([{ urls: ["turn:relay.example"] }]);
    expect(burnt).to.deep.equal([{ uuid, userID: uuid, hostKey: "key" }]);
  });

  it("erases the room where the server gives no seat, and says that it does not know", async () => {
    const { api, burnt } = createApi({ connect: () => Promise.reject(new ApiError("internal", 500)) });
    expect(await askIceServers(api, uuid, around())).to.equal(null);
    expect(burnt).to.have.length(1);
  });

  it("makes no room for a server that did not answer, and does not wait for ever", async () => {
    const { api, burnt } = createApi();
    expect(await askIceServers(api, null, around())).to.equal(null);
    expect(burnt).to.deep.equal([]);
    expect(await askIceServers(createApi({ create: never }).api, uuid, around())).to.equal(null);
  });

  it("does not fail when the room cannot be erased: it expires", async () => {
    const { api } = createApi({ burn: () => Promise.reject(new ApiError("internal", 500)) });
    expect(await askIceServers(api, uuid, around())).to.have.length(1);
  });
});

describe("checkFirestore", () => {
  async function check(probe: Parameters<typeof checkFirestore>[0]) {
    const { clock, signal } = around();
    const { verdict, code } = await checkFirestore(probe, clock, signal);
    return `${verdict} ${code}`;
  }

  it("passes on any answer, and fails without one", async () => {
    expect(await check(async () => true)).to.equal("ok ok");
    expect(await check(async () => false)).to.equal("failed no-answer");
    expect(await check(never)).to.equal("failed no-answer");
  });

  it("is not asked where the site does not say where it is", async () => {
    expect(await check(null)).to.equal("look unasked");
  });
});
