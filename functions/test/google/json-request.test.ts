import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { expect } from "chai";
import { requestJson } from "../../src/google/json-request.ts";

async function withServer(listener: RequestListener, task: (url: string, sockets: Set<Socket>) => Promise<void>) {
  const sockets = new Set<Socket>();
  const server = createServer(listener).on("connection", (socket) => void sockets.add(socket));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    await task(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, sockets);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe("a request for JSON", () => {
  it("is a POST with a body, and a GET without one", async () => {
    const echo: RequestListener = (request, response) => {
      request.setEncoding("utf8");
      let text = "";
      request.on("data", (chunk: string) => (text += chunk));
      request.on("end", () => response.end(JSON.stringify({ method: request.method, text })));
    };
    await withServer(echo, async (url) => {
      const post = await requestJson(url, { body: { word: "Привет" } });
      expect(post).to.include({ status: 200 });
      expect(post.body).to.deep.equal({ method: "POST", text: '{"word":"Привет"}' });
      expect((await requestJson(url)).body).to.deep.equal({ method: "GET", text: "" });
    });
  });

  it("is answered by text too", async () => {
    await withServer(
      (_request, response) => response.writeHead(502).end("<html>"),
      async (url) => {
        expect(await requestJson(url)).to.deep.equal({ status: 502, text: "<html>", body: undefined });
      },
    );
  });

  it("keeps its connection, and takes another one if the server has closed it", async () => {
    let requests = 0;
    const listener: RequestListener = (request, response) => {
      requests += 1;
      if (requests === 3) request.socket.resetAndDestroy();
      else response.end("{}");
    };
    await withServer(listener, async (url, sockets) => {
      await requestJson(url, { body: {} });
      await requestJson(url, { body: {} });
      expect(sockets).to.have.length(1);
      expect((await requestJson(url, { body: {} })).status).to.equal(200);
      expect(sockets).to.have.length(2);
    });
  });

  it("fails if there is nobody, or if a new connection is closed", async () => {
    const failure = async (url: string) =>
      requestJson(url).then(
        () => "answered",
        (error: { code?: string }) => error.code,
      );
    expect(await failure("http://127.0.0.1:1/")).to.equal("ECONNREFUSED");
    await withServer(
      (request) => request.socket.resetAndDestroy(),
      async (url) => {
        expect(await failure(url)).to.equal("ECONNRESET");
      },
    );
  });
});
