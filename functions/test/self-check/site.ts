// A site for the self-check: the real functions, fresh, behind one origin as Hosting makes it.
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { dispatchByPath } from "../../src/http/by-path.ts";
import { serve } from "../../src/http/serve.ts";
import { host } from "../stage/api.ts";

export interface Site {
  readonly url: string;
  close(): void;
}

export async function openSite({ hasAppCheck = false } = {}): Promise<Site> {
  const loadGuard = async () =>
    hasAppCheck ? (await import("../../src/app-check/demand.ts")).demandAppCheck : undefined;
  const handlers = {
    generateID: serve("generateID", () => import("../../src/routes/generate-id.ts"), loadGuard),
    room: serve("room", () => import("../../src/routes/rooms.ts"), loadGuard),
    create: serve("create", () => import("../../src/routes/create.ts"), loadGuard),
    connect: serve("connect", () => import("../../src/routes/connect.ts"), loadGuard),
    appCheck: serve("appCheck", () => import("../../src/app-check/routes.ts")),
  };
  const app = express();
  app.get("/__/firebase/init.json", (_request, response) => {
    response.json({ projectId: process.env["GCLOUD_PROJECT"], apiKey: "local" });
  });
  app.use(host(dispatchByPath(handlers, "create") as never));
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
