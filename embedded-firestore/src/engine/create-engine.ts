// The engine creates a database the first time somebody asks for it. It accepts any name.
import { createDatabase } from "./create-database.ts";
import type { OwnedDatabase } from "./create-database.ts";
import type { Engine, EngineOptions } from "./database.ts";
import { restoreDocument } from "./saved-data.ts";

export function createEngine(options: EngineOptions): Engine {
  const databases = new Map<string, OwnedDatabase>();
  const database = (name: string) => {
    const found = databases.get(name) ?? createDatabase(name, options);
    databases.set(name, found);
    return found;
  };
  return {
    database,
    clear: (name) => database(name).clear(),
    databaseNames: () => [...databases.keys()].sort(),
    save() {
      const saved = [...databases].map(([name, each]) => [name, each.save()] as const);
      return Object.fromEntries(saved.filter(([, documents]) => Object.keys(documents).length > 0).sort(byName));
    },
    restore(data) {
      for (const [name, documents] of Object.entries(data)) {
        const entries = Object.entries(documents);
        database(name).restore(entries.map(([path, document]) => restoreDocument(name, path, document)));
      }
    },
  };
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
