import type { Engine, EngineOptions } from "./database.ts";
export declare function createEngine(options: EngineOptions): Engine;
