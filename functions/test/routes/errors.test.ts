// A request for every error that the contract lists for an endpoint.
import { randomUUID } from "node:crypto";
import { endpoints, errorStatuses, limits, type EndpointName, type ErrorCode } from "@meetogram/contract";
import { expect } from "chai";
import type { Router } from "express";
import supertest, { type Response } from "supertest";
import { router as appCheckRouter } from "../../src/app-check/routes.ts";
import { createApp } from "../../src/http/app.ts";
import { router as connectRouter } from "../../src/routes/connect.ts";
import { router as createRouter } from "../../src/routes/create.ts";
import { router as generateIDRouter } from "../../src/routes/generate-id.ts";
import { router as roomRouter } from "../../src/routes/room.ts";
import { router as roomsRouter } from "../../src/routes/rooms.ts";
import { getImitation, solve, withAppCheck } from "../stage/app-check.ts";
import { api } from "../stage/api.ts";
import {
  ago,
  changeRoom,
  connect,
  connectRequest,
  createRoom,
  expectError,
  expireRoom,
  inRoom,
  seat,
} from "../stage/meeting.ts";

type Provocation = () => Promise<Response>;

const nowhere = "00000000-0000-4000-8000-000000000000";
const oversize = { password: "x".repeat(limits.maxBodyBytes) };

const someone = () => ({ userID: randomUUID(), session: randomUUID() });

/** The errors that all requests of hosts have in common. */
function ofHosts(name: "remove" | "handOver" | "burn"): Partial<Record<ErrorCode, Provocation>> {
  const target = name === "burn" ? {} : { participantID: nowhere };
  const hostKey = "k".repeat(43);
  return {
    "invalid-request": () => inRoom(nowhere, name, target),
    "room-not-found": () => inRoom(nowhere, name, { ...target, hostKey }),
    // An expired room can be burned like any other.
    ...(name !== "burn" && {
      "room-expired": async () => {
        const { uuid, hostKey: key } = await createRoom();
        await expireRoom(uuid);
        return inRoom(uuid, name, { ...target, hostKey: key });
      },
    }),
    "host-only": async () => inRoom((await createRoom()).uuid, name, { ...target, hostKey }),
    "too-large": () => inRoom(nowhere, name, oversize),
    "unsupported-media-type": async () => api.room().post(`/room/${nowhere}/${name}`).type("text/plain").send("{}"),
    "method-not-allowed": async () => api.room().get(`/room/${nowhere}/${name}`),
    "rate-limited": () => secondRequest(roomsRouter, `/room/${nowhere}/${name}`),
  };
}

/** The errors that both requests of a move have in common. */
function ofMoves(name: "offerMove" | "takeMove", request: object): Partial<Record<ErrorCode, Provocation>> {
  return {
    "invalid-request": () => inRoom(nowhere, name, {}),
    "room-not-found": () => inRoom(nowhere, name, request),
    "room-expired": async () => {
      const { uuid } = await createRoom();
      await expireRoom(uuid);
      return inRoom(uuid, name, request);
    },
    "participant-not-found": async () => inRoom((await createRoom()).uuid, name, request),
    "too-large": () => inRoom(nowhere, name, oversize),
    "unsupported-media-type": async () => api.room().post(`/room/${nowhere}/${name}`).type("text/plain").send("{}"),
    "method-not-allowed": async () => api.room().get(`/room/${nowhere}/${name}`),
    "rate-limited": () => secondRequest(roomsRouter, `/room/${nowhere}/${name}`),
  };
}

const ticket = "t".repeat(43);
const noChallenge = { challenge: "A".repeat(39), counter: 0 };

async function askToken(body: object): Promise<Response> {
  return api.appCheck().post("/appCheck/token").send(body);
}

/** Solves a challenge, asked for `agoMs` ago, and answers it. */
async function answerChallenge({ isWrong = false, agoMs = 0 }): Promise<Response> {
  const { now } = Date;
  try {
    Date.now = () => now() - agoMs;
    const { challenge, bits } = (await api.appCheck().get("/appCheck/challenge")).body;
    Date.now = now;
    return await askToken({ challenge, counter: solve(challenge, bits, isWrong) });
  } finally {
    Date.now = now;
  }
}

const provocations: Record<EndpointName, Partial<Record<ErrorCode, Provocation>>> = {
  create: {
    "invalid-request": async () => api.create().post("/create").send({ capacity: 1 }),
    "idempotency-conflict": async () => {
      const key = randomUUID();
      await api.create().post("/create").set("idempotency-key", key).send({ capacity: 3 });
      return api.create().post("/create").set("idempotency-key", key).send({ capacity: 4 });
    },
    "too-large": async () => api.create().post("/create").send(oversize),
    "unsupported-media-type": async () => api.create().post("/create").type("text/plain").send("{}"),
    "method-not-allowed": async () => api.create().delete("/create"),
    "rate-limited": () => secondRequest(createRouter, "/create"),
  },
  stored: {
    "invalid-request": async () => api.room().get("/room/42/stored"),
    "room-not-found": async () => api.room().get(`/room/${nowhere}/stored`),
    "method-not-allowed": async () => api.room().post(`/room/${nowhere}/stored`),
    "rate-limited": () => secondRequest(roomsRouter, `/room/${nowhere}/stored`),
  },
  iceServers: {
    "invalid-request": () => inRoom(nowhere, "iceServers", {}),
    "room-not-found": () => inRoom(nowhere, "iceServers", someone()),
    "room-expired": async () => {
      const { uuid } = await createRoom();
      await expireRoom(uuid);
      return inRoom(uuid, "iceServers", someone());
    },
    "participant-not-found": async () => inRoom((await createRoom()).uuid, "iceServers", someone()),
    "too-large": () => inRoom(nowhere, "iceServers", oversize),
    "unsupported-media-type": async () => api.room().post(`/room/${nowhere}/iceServers`).type("text/plain").send("{}"),
    "method-not-allowed": async () => api.room().get(`/room/${nowhere}/iceServers`),
    "rate-limited": () => secondRequest(roomsRouter, `/room/${nowhere}/iceServers`),
  },
  offerMove: ofMoves("offerMove", { ...someone(), ticket, sealed: "c2VhbGVk" }),
  takeMove: ofMoves("takeMove", { ticket }),
  remove: {
    ...ofHosts("remove"),
    "participant-not-found": async () => {
      const { uuid, hostKey } = await createRoom();
      return inRoom(uuid, "remove", { participantID: nowhere, hostKey, isRefusal: true });
    },
  },
  handOver: {
    ...ofHosts("handOver"),
    "participant-not-found": async () => {
      const { uuid, hostKey } = await createRoom();
      return inRoom(uuid, "handOver", { participantID: nowhere, hostKey });
    },
  },
  burn: {
    ...ofHosts("burn"),
    "host-expected": async () => {
      const { uuid } = await createRoom();
      const { userID, session } = connectRequest(uuid);
      await connect(connectRequest(uuid, { userID, session }));
      await changeRoom(uuid, { enteredAt: ago(1) });
      return inRoom(uuid, "burn", { userID, session });
    },
  },
  generateID: {
    "invalid-request": async () => api.generateID().post("/user/generateID").send({ name: "Ada" }),
    "too-large": async () => api.generateID().post("/user/generateID").send(oversize),
    "unsupported-media-type": async () => api.generateID().post("/user/generateID").type("form").send("a=b"),
    "method-not-allowed": async () => api.generateID().put("/user/generateID"),
    "rate-limited": () => secondRequest(generateIDRouter, "/user/generateID"),
  },
  room: {
    "invalid-request": async () => api.room().get("/room/42"),
    "room-not-found": async () => api.room().get(`/room/${nowhere}`),
    "room-expired": async () => {
      const { uuid } = await createRoom();
      await expireRoom(uuid);
      return api.room().get(`/room/${uuid}`);
    },
    "method-not-allowed": async () => api.room().post(`/room/${nowhere}`),
    "rate-limited": () => secondRequest(roomRouter, `/room/${nowhere}`),
    internal: async () => {
      const { uuid } = await createRoom();
      await changeRoom(uuid, { capacity: "many" });
      return api.room().get(`/room/${uuid}`);
    },
  },
  appCheckChallenge: {
    "invalid-request": () => withAppCheck(() => api.appCheck().get("/appCheck/challenge?bits=1")),
    "app-check-off": async () => api.appCheck().get("/appCheck/challenge"),
    "method-not-allowed": async () => api.appCheck().post("/appCheck/challenge"),
    "rate-limited": () => secondRequest(appCheckRouter, "/appCheck/challenge"),
  },
  appCheckToken: {
    "invalid-request": () => withAppCheck(() => askToken({ challenge: "short", counter: 0 })),
    "app-check-off": () => askToken(noChallenge),
    "wrong-challenge": () => withAppCheck(() => askToken(noChallenge)),
    "challenge-expired": () => withAppCheck(() => answerChallenge({ agoMs: limits.challengeTtlMs })),
    "insufficient-work": () => withAppCheck(() => answerChallenge({ isWrong: true })),
    "app-check-unavailable": () =>
      withAppCheck(async () => {
        const imitation = await getImitation();
        imitation.isRefusing = true;
        return answerChallenge({}).finally(() => (imitation.isRefusing = false));
      }),
    "too-large": () => askToken({ challenge: "A".repeat(limits.maxBodyBytes), counter: 0 }),
    "unsupported-media-type": async () => api.appCheck().post("/appCheck/token").type("text/plain").send("{}"),
    "method-not-allowed": async () => api.appCheck().get("/appCheck/token"),
    "rate-limited": () => secondRequest(appCheckRouter, "/appCheck/token"),
  },
  connect: {
    "invalid-request": () => connect({ uuid: nowhere }),
    "room-not-found": () => connect(connectRequest(nowhere)),
    "room-expired": async () => {
      const { uuid } = await createRoom();
      await expireRoom(uuid);
      return connect(connectRequest(uuid));
    },
    "wrong-link": async () => {
      const { uuid } = await createRoom({ linkProof: "p".repeat(43) });
      return connect(connectRequest(uuid));
    },
    "wrong-password": async () => {
      const { uuid } = await createRoom({ password: "open sesame" });
      return connect(connectRequest(uuid, { password: "open barley" }));
    },
    removed: async () => {
      const { uuid, hostKey } = await createRoom();
      const request = connectRequest(uuid);
      const { participantID } = await seat(request);
      await inRoom(uuid, "remove", { participantID, hostKey });
      return connect(request);
    },
    refused: async () => {
      const { uuid, hostKey } = await createRoom({ hasWaitingRoom: true });
      const request = connectRequest(uuid);
      const { participantID } = await seat(request);
      await inRoom(uuid, "remove", { participantID, hostKey, isRefusal: true });
      return connect(request);
    },
    "room-locked": async () => {
      const { uuid } = await createRoom();
      await changeRoom(uuid, { isLocked: true });
      return connect(connectRequest(uuid));
    },
    "already-connected": async () => {
      const { uuid } = await createRoom();
      const request = connectRequest(uuid);
      await seat(request);
      return connect({ ...request, session: randomUUID() });
    },
    "room-full": async () => {
      const { uuid } = await createRoom({ capacity: 2 });
      await seat(connectRequest(uuid));
      await seat(connectRequest(uuid));
      return connect(connectRequest(uuid));
    },
    "too-large": () => connect({ ...connectRequest(nowhere), ...oversize }),
    "unsupported-media-type": async () => api.connect().post("/connect").type("application/xml").send("<connect/>"),
    "method-not-allowed": async () => api.connect().get("/connect"),
    "rate-limited": () => secondRequest(connectRouter, "/connect"),
    internal: async () => {
      const { uuid } = await createRoom();
      await changeRoom(uuid, { capacity: "many" });
      return connect(connectRequest(uuid));
    },
  },
};

/** The second request of an address to an application that allows one per minute. */
async function secondRequest(router: Router, path: string): Promise<Response> {
  const app = createApp({ router, report: () => undefined, requestsPerMinute: 1, now: () => 0 });
  const ask = async (): Promise<Response> => supertest(app).get(path).set("x-forwarded-for", "192.0.2.1");
  await ask();
  return ask();
}

describe("errors of the open requests", () => {
  for (const [name, byCode] of Object.entries(provocations) as [EndpointName, (typeof provocations)[EndpointName]][]) {
    describe(name, () => {
      it("are all tested here", () => {
        const listed = [...endpoints[name].errors, "method-not-allowed", "rate-limited"];
        expect(Object.keys(byCode).filter((code) => code !== "internal")).to.have.members(listed);
      });

      for (const [code, provoke] of Object.entries(byCode) as [ErrorCode, Provocation][]) {
        it(`answers ${errorStatuses[code]} ${code}`, async () => {
          const response = await provoke();
          expectError(response, errorStatuses[code], code);
          expect(response.headers).to.include({ "access-control-allow-origin": "*", "cache-control": "no-store" });
          expect(response.text).not.to.match(/\bat .+:\d+/);
        });
      }
    });
  }
});
