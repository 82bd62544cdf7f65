import { readFile } from "node:fs/promises";
import { appCheckEndpoints, endpoints, errorStatuses, type Endpoint, type EndpointName } from "@meetogram/contract";
import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv from "ajv";
import { expect } from "chai";
import * as v from "valibot";
import { createDocument, printDocument } from "../src/document.ts";
import { examples } from "../src/examples.ts";

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: { readonly "application/json": Sampled } };
  readonly responses: Readonly<Record<string, { readonly content: { readonly "application/json": Sampled } }>>;
}

interface Sampled {
  readonly schema: object;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

type Specification = Record<string, unknown>;

const { paths } = createDocument() as { paths: Record<string, Record<string, Operation>> };
const operations = Object.values(paths).flatMap((methods) => Object.values(methods));

describe("openapi.json", () => {
  // Compiling its schemas takes most of the time.
  const validator = new Validator();

  it("is what the contract says today (npm run generate --workspace openapi)", async () => {
    const committed = await readFile(new URL("../../docs/openapi.json", import.meta.url), "utf8");
    expect(committed).to.equal(printDocument());
  });

  it("is valid OpenAPI 3.1", async () => {
    const { valid, errors } = await validator.validate(JSON.parse(printDocument()) as Specification);
    expect({ valid, errors }).to.deep.equal({ valid: true, errors: undefined });
    expect(validator.version).to.equal("3.1");
  });

  it("would not be valid with an operation without answers", async () => {
    const broken = JSON.parse(printDocument()) as Specification & { paths: Record<string, unknown> };
    broken.paths["/create"] = { post: { responses: "none" } };
    expect((await validator.validate(broken)).valid).to.equal(false);
  });

  it("has each endpoint with all its methods and error codes", () => {
    for (const [name, { path, methods, errors }] of Object.entries<Endpoint>(endpoints)) {
      const ofAppCheck = ["app-check-required", "app-check-unavailable"];
      const isOpen = appCheckEndpoints.includes(name as EndpointName);
      const expected = [...errors, ...(isOpen ? [] : ofAppCheck), "rate-limited", "internal"];
      expect(Object.keys(paths[path] ?? {})).to.have.members(methods.map((method) => method.toLowerCase()));
      const { responses } = paths[path]?.[methods[0]?.toLowerCase() ?? ""] ?? expect.fail(path);
      const codes = Object.values(responses).flatMap(({ content }) =>
        Object.keys(content["application/json"].examples ?? {}),
      );
      expect(codes, path).to.have.members(expected);
      expect(Object.keys(responses).sort()).to.deep.equal(
        [...new Set(["200", ...expected.map((code) => String(errorStatuses[code as "internal"]))])].sort(),
      );
    }
  });

  it("names each operation once", () => {
    const names = operations.map(({ operationId }) => operationId);
    expect(new Set(names).size).to.equal(names.length);
    expect(names).to.include.members(Object.keys(endpoints));
  });

  it("has examples that its own schemas and the contract's accept", () => {
    const ajv = new Ajv({ allErrors: true });
    for (const { operationId, requestBody, responses } of operations) {
      for (const { content } of [...(requestBody ? [requestBody] : []), ...Object.values(responses)]) {
        const { schema, example, examples: told } = content["application/json"];
        const values = told ? Object.values(told).map(({ value }) => value) : [example];
        for (const value of values) {
          expect(ajv.validate(schema, value), `${operationId}: ${ajv.errorsText()}`).to.equal(true);
        }
      }
    }
    for (const [name, { request, response }] of Object.entries(examples)) {
      expect(v.is(endpoints[name as EndpointName].request, request), `request of ${name}`).to.equal(true);
      expect(v.is(endpoints[name as EndpointName].response, response), `answer of ${name}`).to.equal(true);
    }
  });
});
