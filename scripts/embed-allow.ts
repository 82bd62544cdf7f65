// Names the sites that may show a room in a frame: npm run embed:allow -- https://a.example …
// Without a site nobody may. It writes one header of firebase.json, and nothing else.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Failure } from "./system/failure.ts";

/** The policy of /embed/**, which follows the one of all other paths. */
const embedPolicy =
  /("source": "\/embed\/\*\*",\s+"headers": \[\s+\{\s+"key": "Content-Security-Policy",\s+"value": "[^"]*frame-ancestors )[^";]*/;

/** The origin as browsers compare it. Throws a Failure for anything that is not one. */
export function parseOrigin(text: string): string {
  const [, wildcard = "", rest = ""] = /^(https:\/\/\*\.)?(.*)$/s.exec(text) ?? [];
  const url = URL.canParse(wildcard === "" ? rest : `https://${rest}`)
    ? new URL(wildcard === "" ? rest : `https://${rest}`)
    : null;
  const isLocal = url?.hostname === "localhost" || url?.hostname === "127.0.0.1";
  const isSecure = url?.protocol === "https:" || (url?.protocol === "http:" && isLocal);
  const isBare = url !== null && url.href === `${url.origin}/`;
  // "https://*.com" would name a million sites.
  const isNarrow = wildcard === "" || (url?.hostname.split(".").length ?? 0) > 1;
  const isName = url !== null && /^[a-z0-9.-]+$/.test(url.hostname);
  if (!isSecure || !isBare || !isNarrow || !isName) {
    throw new Failure(
      `${text} is not an origin like https://a.example, https://a.example:8443 or https://*.a.example.`,
    );
  }
  return wildcard + (wildcard === "" ? url.origin : url.host);
}

/** firebase.json with these sites, otherwise unchanged. */
export function allowFrames(config: string, origins: readonly string[]): string {
  if (!embedPolicy.test(config)) throw new Failure("firebase.json has no policy for /embed/** to write to.");
  const sources = [...new Set(origins.map(parseOrigin))];
  return config.replace(embedPolicy, (_, before: string) => before + (sources.join(" ") || "'none'"));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const file = fileURLToPath(new URL("../firebase.json", import.meta.url));
  const origins = process.argv.slice(2);
  try {
    writeFileSync(file, allowFrames(readFileSync(file, "utf8"), origins));
    const whom = origins.length === 0 ? "No site" : origins.map(parseOrigin).join(", ");
    process.stdout.write(`${whom} may show a room in a frame after the next firebase deploy --only hosting.\n`);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
