// One function in a process of its own, as an instance begins: the bundle is loaded, the function listens, the first request is
// answered. Prints the milliseconds since the process began. Arguments: the function's name, method, path, body.
import { createRequire } from "node:module";
import { performance } from "node:perf_hooks";
import type { Express, Handler } from "express";

const [name = "", method = "GET", path = "/", body] = process.argv.slice(2);
// The Express that the functions have.
const require = createRequire(new URL("../../../functions/package.json", import.meta.url));
const express = require("express") as () => Express;
const functions = require("./dist/index.cjs") as Record<string, Handler>;
const fn = functions[name];
if (!fn) throw new Error(`There is no function ${name}.`);
const server = express()
  .all("/{*path}", fn)
  .listen(0, "127.0.0.1", async () => {
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body, headers: { "content-type": "application/json" } }),
    });
    await response.text();
    process.stdout.write(JSON.stringify({ ms: performance.now(), status: response.status }));
    process.exit(0);
  });
