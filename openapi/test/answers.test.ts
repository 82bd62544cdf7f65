// The functions give every answer that openapi.json documents, over HTTP. Each answer is validated
// against its schema.
import { readFileSync } from "node:fs";
import type { EndpointName, ErrorCode } from "@meetogram/contract";
import Ajv from "ajv";
import { expect } from "chai";
import { pathFieldsOf } from "../src/schemas.ts";
import { createClient } from "../../client/src/index.ts";
import { getOrigin, hasRewriteBelow, type Origin } from "../../client/test/stage/origin.ts";
import { validRequests, provocations, type ApiRequest, type Scene } from "../../client/test/stage/scenes.ts";

interface Header {
  readonly $ref?: string;
  readonly required?: boolean;
  readonly schema?: object;
}

interface DocumentedAnswer {
  readonly headers: Readonly<Record<string, Header>>;
  readonly content: { readonly "application/json": { readonly schema: DocumentedSchema } };
}

interface DocumentedSchema {
  readonly properties: { readonly code?: { readonly enum: readonly ErrorCode[] } };
}

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, DocumentedAnswer>>;
}

const document = JSON.parse(readFileSync(new URL("../../docs/openapi.json", import.meta.url), "utf8")) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly servers: readonly { readonly url: string }[];
  readonly components: {
    readonly headers: Readonly<Record<string, Header>>;
    readonly responses: Readonly<Record<"NotFound" | "MethodNotAllowed", DocumentedAnswer>>;
  };
};
let addresses = 0;

function nextAddress(): string {
  addresses += 1;
  return `198.18.${addresses >> 8}.${addresses & 255}`;
}

const ajv = new Ajv({ allErrors: true });

/** These errors are provoked by a change of the room itself. */
const changingRoom: readonly ErrorCode[] = ["room-expired", "room-locked"];

describe("the answers that are documented", () => {
  let origin: Origin;
  let scene: Scene;

  before(async function () {
    origin = await getOrigin(this);
    scene = { url: origin.url, client: createClient({ baseURL: origin.url, retries: 0 }) };
  });

  async function send(path: string, ask: ApiRequest, base = ""): Promise<Response> {
    const fields = { ...ask.fields };
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, field: string) => {
      const value = String(fields[field]);
      delete fields[field];
      return value;
    });
    return fetch((ask.url ?? origin.url) + base + filled + (ask.query ?? ""), {
      method: ask.method,
      // Each request has its own address. Loopback is not limited, and gets no RateLimit headers.
      headers: { "content-type": "application/json", "x-forwarded-for": nextAddress(), ...ask.headers },
      ...(ask.method === "POST" && { body: JSON.stringify(fields) }),
    });
  }

  /** A GET has the fields of its path only. */
  async function createRequest(name: EndpointName, method: string): Promise<ApiRequest> {
    const address = nextAddress();
    const fields = await validRequests[name]({ ...scene, address });
    const inPath = pathFieldsOf(name);
    const kept = Object.entries(fields).filter(([field]) => method === "POST" || inPath.includes(field));
    return { method, fields: Object.fromEntries(kept), headers: { "x-forwarded-for": address } };
  }

  const reused = new Map<string, Promise<ApiRequest>>();

  /** A valid request that others use too, since none of them is answered 200. */
  function reuseRequest(name: EndpointName, method: string): Promise<ApiRequest> {
    const key = `${method} ${name}`;
    const ask = reused.get(key) ?? createRequest(name, method);
    reused.set(key, ask);
    return ask;
  }

  async function expectAsDocumented(response: Response, status: string, answer: DocumentedAnswer): Promise<void> {
    const text = await response.text();
    expect(String(response.status), text).to.equal(status);
    expect(response.headers.get("content-type")).to.match(/^application\/json\b/);
    for (const [name, { $ref }] of Object.entries(answer.headers)) {
      const header = document.components.headers[$ref?.split("/").at(-1) ?? ""];
      const sent = response.headers.get(name);
      expect(sent, name).to.be.a("string");
      const isNumber = (header?.schema as { type?: string } | undefined)?.type === "integer";
      expect(ajv.validate(header?.schema ?? false, isNumber ? Number(sent) : sent), `${name}: ${sent}`).to.equal(true);
    }
    const isValid = ajv.validate(answer.content["application/json"].schema, JSON.parse(text));
    expect(isValid, `${ajv.errorsText()}: ${text}`).to.equal(true);
    expect(text).not.to.match(/\bat .+:\d+|192\.0\.2/);
  }

  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [lowerCase, { operationId, responses }] of Object.entries(operations)) {
      const method = lowerCase.toUpperCase();
      const name = operationId.replace(/By(Get|Post)$/, "") as EndpointName;

      describe(`${method} ${path}`, () => {
        for (const { url } of document.servers) {
          it(`200 below ${url}`, async function () {
            // firebase.json has no rewrite for these paths.
            if (!hasRewriteBelow(url)) this.skip();
            const ask = await createRequest(name, method);
            const response = await send(path, ask, url === "/" ? "" : url);
            await expectAsDocumented(response, "200", responses["200"] ?? expect.fail("no 200 is documented"));
          });
        }

        for (const [status, answer] of Object.entries(responses)) {
          for (const code of answer.content["application/json"].schema.properties.code?.enum ?? []) {
            it(`${status} ${code}`, async () => {
              const valid = await (changingRoom.includes(code) ? createRequest : reuseRequest)(name, method);
              const ask = await provocations[code](valid, scene, name);
              const response = await send(path, ask);
              expect(await response.clone().json()).to.include({ code });
              await expectAsDocumented(response, status, answer);
            });
          }
        }
      });
    }

    it(`405 for ${path}`, async () => {
      const [operation] = Object.values(operations);
      const name = operation?.operationId as EndpointName;
      const ask = await provocations["method-not-allowed"](await reuseRequest(name, "POST"), scene, name);
      await expectAsDocumented(await send(path, ask), "405", document.components.responses.MethodNotAllowed);
    });
  }

  it("answers 404 for an unknown path", async () => {
    const response = await fetch(`${origin.url}/room/a/b/c/d`, { headers: { "x-forwarded-for": nextAddress() } });
    await expectAsDocumented(response, "404", document.components.responses.NotFound);
  });

  it("answers a preflight of another origin with 204", async () => {
    for (const [path, operations] of Object.entries(document.paths)) {
      const response = await fetch(origin.url + path, {
        method: "OPTIONS",
        headers: { origin: "https://elsewhere.example", "access-control-request-method": "POST" },
      });
      expect(response.status, path).to.equal(204);
      const read = (name: string) => response.headers.get(`access-control-${name}`)?.toLowerCase() ?? "";
      expect(read("allow-origin")).to.equal("*");
      expect(read("allow-methods").split(", ")).to.include.members(Object.keys(operations));
      expect(read("allow-headers").split(", ")).to.include.members([
        "content-type",
        "idempotency-key",
        "x-firebase-appcheck",
      ]);
      expect(read("max-age")).to.equal("86400");
      expect(read("expose-headers").split(", ")).to.include.members(["retry-after", "ratelimit", "ratelimit-policy"]);
    }
  });
});
