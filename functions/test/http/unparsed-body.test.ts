// A framework that parses JSON first gets bytes instead. So our code validates and answers.
import { expect } from "chai";
import express from "express";
import supertest from "supertest";
import { readJsonBody } from "../../src/http/body.ts";
import { keepBodiesUnparsed, readDeclaredBody } from "../../src/http/unparsed-body.ts";

const keepRaw = (request: unknown, _response: unknown, rawBody: Buffer) => {
  Object.assign(request as object, { rawBody });
};

/** Like the functions framework: parsers first, which keep the bytes in `rawBody`. */
function createFramework() {
  const app = express();
  app.use(express.json({ verify: keepRaw }));
  app.use(express.raw({ type: "*/*", verify: keepRaw }));
  app.post("/", (request, response) => {
    response.json({ declared: readDeclaredBody(request), body: readJsonBody(request) });
  });
  return app;
}

describe("a body that the framework would parse", () => {
  let stop: () => void;
  before(() => (stop = keepBodiesUnparsed()));
  after(() => stop());

  it("reaches our code unparsed, with the media type that was declared", async () => {
    const answer = await supertest(createFramework()).post("/").send({ a: 1 }).expect(200);
    expect(answer.body).to.deep.equal({
      declared: { mediaType: "application/json", encoding: "identity" },
      body: { a: 1 },
    });
  });

  it("is refused by our code if it is malformed", async () => {
    let refusal: unknown;
    const app = createFramework();
    app.use(((error, _request, _response, next) => {
      refusal = error;
      next(error);
    }) as express.ErrorRequestHandler);
    await supertest(app).post("/").set("Content-Type", "application/json").send("{bad").expect(500);
    expect(refusal).to.include({ code: "invalid-request" });
  });

  it("is refused by our code if it is compressed", async () => {
    let refusal: unknown;
    const app = createFramework();
    app.use(((error, _request, _response, next) => {
      refusal = error;
      next(error);
    }) as express.ErrorRequestHandler);
    await supertest(app).post("/").set("Content-Encoding", "gzip").send({ a: 1 }).expect(500);
    expect(refusal).to.include({ code: "unsupported-media-type" });
  });
});

describe("a path that the framework could not decode", () => {
  it("reaches our code as a path of no route", async () => {
    const stop = keepBodiesUnparsed();
    try {
      const app = express().all("/*path", (request, response) => void response.json(request.url));
      expect((await supertest(app).get("/room/%ff")).body).to.equal("/room/%25ff");
      expect((await supertest(app).get("/room/%20")).body).to.equal("/room/%20");
    } finally {
      stop();
    }
  });
});
