import { expect } from "chai";
import supertest from "supertest";
import { dispatchByPath, type FunctionName } from "../../src/http/by-path.ts";
import type { Handler } from "../../src/http/serve.ts";
import { host } from "../stage/api.ts";

const handler =
  (name: FunctionName): Handler =>
  async (_request, response) =>
    void response.json({ name });
const handlers = {
  create: handler("create"),
  connect: handler("connect"),
  generateID: handler("generateID"),
  room: handler("room"),
  appCheck: handler("appCheck"),
};

async function answererOf(path: string, named: FunctionName): Promise<unknown> {
  const response = await supertest(host(dispatchByPath(handlers, named) as never)).post(path);
  return (response.body as { name: unknown }).name;
}

describe("a function of the emulator", () => {
  it("passes a request through Hosting to the function that its path names", async () => {
    for (const start of ["", "/v1"]) {
      expect(await answererOf(`${start}/create`, "connect")).to.equal("create");
      expect(await answererOf(`${start}/connect`, "room")).to.equal("connect");
      expect(await answererOf(`${start}/user/generateID`, "room")).to.equal("generateID");
      expect(await answererOf(`${start}/room/some-uuid/remove`, "generateID")).to.equal("room");
      expect(await answererOf(`${start}/appCheck/token`, "room")).to.equal("appCheck");
    }
  });

  it("answers itself at its own address, and for unknown paths", async () => {
    for (const named of ["create", "room"] as const) {
      for (const path of ["/", "/some-uuid", "/some-uuid/remove", "/room", "/appCheck", "/v1", "/unknown"]) {
        expect(await answererOf(path, named)).to.equal(named);
      }
    }
  });
});
