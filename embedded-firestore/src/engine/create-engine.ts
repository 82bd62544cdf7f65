// The engine creates a database the first time somebody asks for it. It accepts any name.
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
