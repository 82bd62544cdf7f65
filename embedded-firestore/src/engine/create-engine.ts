// An engine is its databases: any name is accepted, and each comes to be when first asked for.
import { createDatabase } from "./create-database.ts";
import type { ClearableDatabase } from "./create-database.ts";
import type { Engine, EngineOptions } from "./database.ts";

export function createEngine(options: EngineOptions): Engine {
  const databases = new Map<string, ClearableDatabase>();
  const database = (name: string) => {
    const found = databases.get(name) ?? createDatabase(name, options);
    databases.set(name, found);
    return found;
  };
  return {
    database,
    clear: (name) => database(name).clear(),
  };
}
