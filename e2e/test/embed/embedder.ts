// Another site, on an origin of its own, that shows a room as the documentation tells it to.
import { once } from "node:events";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { exampleOrigin, samples } from "@meetogram/openapi";
import { build } from "esbuild";
import { readExamples } from "../docs/examples.ts";
import { getSystem } from "../support/system.ts";

const exampleKey = "AAECAwQFBgcICQoLDA0ODw";
const elementFile = fileURLToPath(new URL("../../../client/src/element.ts", import.meta.url));

/** The example of the documentation with this link, and the element's module from this site. */
export async function readEmbedExample(name: "element" | "frame", link: string, path: string): Promise<string> {
  const { url } = await getSystem();
  const html = await (await fetch(url + path)).text();
  const example = readExamples(html).find((one) => one.name === name);
  if (example === undefined) throw new Error(`${path} has no example ${name}`);
  const { pathname, hash } = new URL(link);
  return example.code
    .replaceAll(exampleOrigin, url)
    .replaceAll(samples.uuid, pathname.split("/")[2]!)
    .replaceAll(`#${exampleKey}`, hash)
    .replaceAll("@meetogram/client/element", "/element.js");
}

/** Runs the body while the site answers with the page. */
export async function withEmbedder(page: string, body: (origin: string) => Promise<void>): Promise<void> {
  const { embedderPort } = await getSystem();
  const { outputFiles } = await build({ entryPoints: [elementFile], bundle: true, format: "esm", write: false });
  const server = createServer((request, response) => {
    const isScript = request.url === "/element.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html; charset=utf-8");
    response.end(isScript ? outputFiles[0]?.text : `<!doctype html><html lang="en"><title>A shop</title>${page}`);
  });
  server.listen(embedderPort, "127.0.0.1");
  await once(server, "listening");
  try {
    await body(`http://localhost:${embedderPort}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
