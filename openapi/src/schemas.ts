// Converts the contract's schemas to JSON Schema: what a caller may send, and what the server
// answers.
import { endpoints, type EndpointName } from "@meetogram/contract";
import { toJsonSchema } from "@valibot/to-json-schema";
import type { GenericSchema } from "valibot";

/** The part of JSON Schema 2020-12 that this documentation uses. */
export interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly anyOf?: readonly Schema[];
}

export function toSchema(schema: GenericSchema): Schema {
  // The server writes UUIDs in lower case, and accepts both cases.
  const converted = toJsonSchema(schema, {
    target: "draft-2020-12",
    typeMode: "input",
    ignoreActions: ["to_lower_case"],
  });
  delete converted.$schema;
  return converted as Schema;
}

/** The same schema, with a description for each field. */
function describe(schema: Schema, words: Readonly<Record<string, string>>): Schema {
  const properties = Object.entries(schema.properties ?? {}).map(([field, property]) => {
    return [field, { ...property, description: words[field] ?? "" }] as const;
  });
  return { ...schema, properties: Object.fromEntries(properties) };
}

export interface EndpointSchemas {
  readonly request: Schema;
  readonly response: Schema;
}

export function schemasOf(
  name: EndpointName,
  words: { request: Readonly<Record<string, string>>; response: Readonly<Record<string, string>> },
): EndpointSchemas {
  const { request, response } = endpoints[name];
  return {
    request: describe(toSchema(request), words.request),
    response: describe(toSchema(response), words.response),
  };
}

/** The fields in the path of an endpoint. */
export function pathFieldsOf(name: EndpointName): readonly string[] {
  return [...endpoints[name].path.matchAll(/\{(\w+)\}/g)].map(([, field = ""]) => field);
}

/** The schema of the body: the request without the fields in the path. */
export function bodySchemaOf(name: EndpointName, { properties = {}, required = [], ...rest }: Schema): Schema {
  const inPath = pathFieldsOf(name);
  return {
    ...rest,
    properties: Object.fromEntries(Object.entries(properties).filter(([field]) => !inPath.includes(field))),
    required: required.filter((field) => !inPath.includes(field)),
  };
}
