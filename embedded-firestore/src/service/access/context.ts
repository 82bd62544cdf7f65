// The dependencies that all methods and streams of the service share.

import type { Engine } from "../../engine/index.ts";
import type { Authorizer } from "./authorizer.ts";
import type { Reads } from "./reads.ts";

export interface Context {
  readonly engine: Engine;
  readonly authorizer: Authorizer;
  readonly reads: Reads;
  newId(): string;
}
