// Loaded into the Emulator Suite before it starts, to make the start faster. Its Auth compiles the
// schemas of all requests, which takes most of the start, and uses few of them. The option
// `lazyCompileValidationSchemas` of exegesis compiles each schema when it is needed, but the Suite
// does not set it. Plain JavaScript: the Suite is a Node process without a TypeScript loader.
import { createRequire } from "node:module";

const suite = createRequire(createRequire(import.meta.url).resolve("firebase-tools/package.json"));
const exegesis = suite("exegesis-express");
const { middleware } = exegesis;
exegesis.middleware = (document, options) => middleware(document, { ...options, lazyCompileValidationSchemas: true });
