// The requests for tokens, to a server of the test that answers as the documentation says.
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
import { createTokenRequests, type SignInError } from "../../../src/signalling/firestore/auth/token-requests.ts";

describe("the requests for tokens", () => {
  let server: Server;
  let answer: { readonly status: number; readonly body: string };
  let last: { readonly url: string; readonly body: string; readonly headers: IncomingHttpHeaders };
  const { signal } = new AbortController();

  before(async () => {
    server = createServer(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += String(chunk);
      last = { url: request.url ?? "", body, headers: request.headers };
      response.writeHead(answer.status).end(answer.body);
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  after(() => void server.close());

  function open(appCheck?: string) {
    const { port } = server.address() as AddressInfo;
    return createTokenRequests({
      apiKey: "a key",
      emulator: `http://127.0.0.1:${port}`,
      appCheckToken: () => appCheck,
    });
  }

  const answerWith = (body: object, status = 200) => void (answer = { status, body: JSON.stringify(body) });
  const failureOf = (attempt: Promise<unknown>) =>
    attempt.then(
      () => null,
      ({ code, message }: SignInError) => `${code}: ${message}`,
    );

  it("exchange a custom token", async () => {
    answerWith({ kind: "…", idToken: "id", refreshToken: "refresh", expiresIn: "3600", isNewUser: true });
    const tokens = await open().exchange("custom", signal);
    expect(tokens).to.deep.equal({ idToken: "id", refreshToken: "refresh", lifeMs: 3_600_000 });
    expect(last.url).to.equal("/identitytoolkit.googleapis.com/v1/accounts:signInWithCustomToken?key=a%20key");
    expect(JSON.parse(last.body)).to.deep.equal({ token: "custom", returnSecureToken: true });
    expect(last.headers).not.to.have.property("x-firebase-appcheck");
  });

  it("renew an ID token, with the App Check token where there is one", async () => {
    answerWith({ id_token: "id", refresh_token: "refresh", expires_in: "1800", token_type: "Bearer" });
    const tokens = await open("attested").renew("old&new", signal);
    expect(tokens).to.deep.equal({ idToken: "id", refreshToken: "refresh", lifeMs: 1_800_000 });
    expect(last.url).to.equal("/securetoken.googleapis.com/v1/token?key=a%20key");
    expect(last.body).to.equal("grant_type=refresh_token&refresh_token=old%26new");
    expect(last.headers["x-firebase-appcheck"]).to.equal("attested");
  });

  it("tell a refusal from a server that cannot answer, and from an answer of somebody else", async () => {
    const attempt = () => failureOf(open().renew("refresh", signal));
    answerWith({ error: { code: 400, message: "TOKEN_EXPIRED" } }, 400);
    expect(await attempt()).to.equal("refused: Sign-in: TOKEN_EXPIRED");
    answerWith({ error: { code: 503, message: "UNAVAILABLE" } }, 503);
    expect(await attempt()).to.equal("unavailable: Sign-in: UNAVAILABLE");
    answerWith({}, 429);
    expect(await attempt()).to.equal("unavailable: Sign-in: HTTP 429");
    for (const body of ["<html>Log in to the Wi-Fi</html>", "{}", '{"id_token":"","expires_in":"soon"}']) {
      answer = { status: 200, body };
      expect(await attempt()).to.match(/^no-answer: /);
    }
  });

  it("say that there was no answer where nobody listens", async () => {
    const nobody = createTokenRequests({
      apiKey: "any",
      emulator: "http://127.0.0.1:1",
      appCheckToken: () => undefined,
    });
    expect(await failureOf(nobody.exchange("custom", signal))).to.equal("no-answer: Sign-in: no-answer");
  });
});
