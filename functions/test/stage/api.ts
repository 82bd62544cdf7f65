// The cloud functions, behind the same parsers as in the functions framework: each parses its kind
// of body, and keeps the bytes.
import express, { type Express, type Request, type Response } from "express";
import supertest from "supertest";
import type TestAgent from "supertest/lib/agent.js";
import * as functions from "../../src/index.ts";

type HttpsFunction = (request: never, response: never) => void | Promise<void>;

export function host(fn: HttpsFunction): Express {
  const app = express();
  const verify = (request: unknown, _response: unknown, rawBody: Buffer): void => {
    Object.assign(request as object, { rawBody });
  };
  app.use(express.json({ limit: "32mb", verify }));
  app.use(express.text({ limit: "32mb", verify }));
  app.use(express.urlencoded({ extended: true, limit: "32mb", verify }));
  app.use(express.raw({ type: "*/*", limit: "32mb", verify }));
  app.all("/{*path}", async (request: Request, response: Response) => {
    await fn(request as never, response as never);
  });
  return app;
}

export const api = {
  create: (): TestAgent => supertest(host(functions.create)),
  connect: (): TestAgent => supertest(host(functions.connect)),
  generateID: (): TestAgent => supertest(host(functions.generateID)),
  room: (): TestAgent => supertest(host(functions.room)),
  appCheck: (): TestAgent => supertest(host(functions.appCheck)),
};

/** Stops the clock during the task, so that no delay ends while a slow machine works. */
export async function atOneInstant<T>(task: () => Promise<T>): Promise<T> {
  const { now } = Date;
  const nowMs = now();
  Date.now = () => nowMs;
  try {
    return await task();
  } finally {
    Date.now = now;
  }
}

/** 121 requests from one address at one instant: the last one is refused. */
export async function flood(app: Express): Promise<void> {
  await atOneInstant(async () => {
    for (let sent = 0; sent < 121; sent += 1) await supertest(app).get("/").set("x-forwarded-for", "192.0.2.9");
  });
}
