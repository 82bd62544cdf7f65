// Starts one function as an instance starts: the functions framework has loaded Express, loads the
// deployed bundle, and listens. "bare" is an Express that does nothing else. Prints its port.
// JavaScript, so that no TypeScript loader is measured.
import { createRequire } from "node:module";

const [name] = process.argv.slice(2);
// The functions do not use this copy: the bundle has its own.
const require = createRequire(new URL("../../../functions/package.json", import.meta.url));
const express = require("express");
const app = express();
if (name === "bare") {
  app.use(express.json()).all("/{*path}", (_request, response) => {
    response.json({ userID: "9f3c1f52-6c1e-4c8e-9a55-0d6f0b6f8a11" });
  });
} else {
  app.all("/{*path}", require("./dist/index.cjs")[name]);
}
const server = app.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));
