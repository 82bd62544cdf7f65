// The schema of google.firestore.v1, loaded from a file. No code generation.

import { readFileSync } from "node:fs";
import protobuf from "protobufjs";
import { schemaFile } from "./schema-file.ts";

function loadRoot(): protobuf.Root {
  const root = protobuf.Root.fromJSON(JSON.parse(readFileSync(schemaFile(), "utf8")));
  // Web transactions use this field of the oneof. The published schema lacks it.
  const write = root.lookupType("google.firestore.v1.Write");
  const verify = new protobuf.Field("verify", 5, "string");
  write.add(verify);
  write.oneofs["operation"]?.add(verify);
  root.resolveAll();
  return root;
}

export const root = loadRoot();

export const firestoreSchema = root.lookupService("google.firestore.v1.Firestore");

export interface MethodSchema {
  readonly name: string;
  readonly request: protobuf.Type;
  readonly response: protobuf.Type;
  readonly isRequestStream: boolean;
  readonly isResponseStream: boolean;
}

/** All methods of the published service, including those that are not implemented. */
export const methodSchemas: ReadonlyMap<string, MethodSchema> = new Map(
  firestoreSchema.methodsArray.map((method) => [
    method.name,
    {
      name: method.name,
      request: method.resolvedRequestType ?? root.lookupType(method.requestType),
      response: method.resolvedResponseType ?? root.lookupType(method.responseType),
      isRequestStream: method.requestStream === true,
      isResponseStream: method.responseStream === true,
    },
  ]),
);

export function requestTypeOf(method: string): protobuf.Type {
  return schemaOf(method).request;
}

export function responseTypeOf(method: string): protobuf.Type {
  return schemaOf(method).response;
}

function schemaOf(method: string): MethodSchema {
  const schema = methodSchemas.get(method);
  if (!schema) throw new Error(`no method ${method} in the schema`);
  return schema;
}
