// Loaded into the Emulator Suite before it starts: its Auth compiles the schema of every request it knows, most of what a start
// takes, to use a handful. exegesis can compile each when it is first needed (its option `lazyCompileValidationSchemas`); the Suite
// does not ask for that. Plain JavaScript: the Suite is a Node of its own, without a loader of TypeScript.
import { createRequire } from "node:module";

const suite = createRequire(createRequire(import.meta.url).resolve("firebase-tools/package.json"));
const exegesis = suite("exegesis-express");
const { middleware } = exegesis;
exegesis.middleware = (document, options) => middleware(document, { ...options, lazyCompileValidationSchemas: true });
