// What every method and stream of the service works with.

import type { Engine } from "../engine/index.ts";
import type { Authorizer } from "./authorizer.ts";

export interface Context {
  readonly engine: Engine;
  readonly authorizer: Authorizer;
  newId(): string;
}
