// With the project's API key `connect` signs in for the page.
import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { endpoints } from "@meetogram/contract";
import { expect } from "chai";
import * as v from "valibot";
import { connect, connectRequest, createRoom, expectError, participant, seat } from "../stage/meeting.ts";

const apiKey = "AIza-public_key";
const host = "FIREBASE_AUTH_EMULATOR_HOST";

const readClaims = (idToken: string) =>
  JSON.parse(Buffer.from(idToken.split(".")[1]!, "base64url").toString()) as Record<string, unknown>;

describe("connect with an API key", () => {
  it("answers the tokens that a page would get for its custom token", async () => {
    const { uuid } = await createRoom();
    const request = connectRequest(uuid);
    const answer = await seat({ ...request, apiKey });
    expect(v.parse(endpoints.connect.response, answer)).to.deep.equal(answer);
    const { idToken, refreshToken, expiresIn } = answer.signIn!;
    const { participantID } = answer;
    expect(readClaims(idToken)).to.include({ room: uuid, participant: participantID, session: request.session });
    expect(Number(expiresIn)).to.equal(3600);

    const renewed = await fetch(`http://${process.env[host]}/securetoken.googleapis.com/v1/token?key=${apiKey}`, {
      method: "POST",
      body: new URLSearchParams({ grant_type: "refresh_token", refresh_token: refreshToken }),
    });
    const { id_token } = (await renewed.json()) as { id_token: string };
    expect(readClaims(id_token)).to.include({ room: uuid, participant: participantID });
  });

  it("does not, without one", async () => {
    const { uuid } = await createRoom();
    expect(await seat(connectRequest(uuid))).not.to.have.property("signIn");
  });

  it("takes nothing for a key that would change the request", async () => {
    const { uuid } = await createRoom();
    for (const bad of ["", "a&b=c", "a/b", "a#b", "k".repeat(101)]) {
      expectError(await connect({ ...connectRequest(uuid), apiKey: bad }), 400, "invalid-request");
    }
  });

  describe("when Auth", () => {
    let before: string | undefined;
    let server: Server | null = null;

    beforeEach(() => (before = process.env[host]));
    afterEach(() => {
      process.env[host] = before;
      server?.closeAllConnections();
      server?.close();
      server = null;
    });

    async function expectSeatAlone(): Promise<void> {
      const { uuid } = await createRoom();
      const answer = await seat({ ...connectRequest(uuid), apiKey });
      expect(answer).not.to.have.property("signIn");
      expect(answer.token).to.be.a("string");
      expect((await participant(uuid, answer.participantID))["role"]).to.equal("guest");
    }

    async function listen(answer: RequestListener): Promise<void> {
      server = createServer(answer).listen(0, "127.0.0.1");
      await once(server, "listening");
      process.env[host] = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    }

    it("cannot be reached, the seat is given all the same", async () => {
      process.env[host] = "127.0.0.1:1";
      await expectSeatAlone();
    });

    it("refuses, the seat is given all the same", async () => {
      await listen((_request, response) => {
        response.writeHead(403).end(JSON.stringify({ error: { message: "API_KEY_HTTP_REFERRER_BLOCKED" } }));
      });
      await expectSeatAlone();
    });

    it("never answers, the page does not wait for it", async () => {
      await listen(() => {});
      await expectSeatAlone();
    });
  });
});
