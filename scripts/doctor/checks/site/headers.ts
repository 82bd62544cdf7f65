// Every header that firebase.json gives, as it arrives: on pages, on hashed files, on what is not
// there. Hosting itself adds Strict-Transport-Security.
import type { Check } from "../../check.ts";
import { commandToDeploy } from "../../cures.ts";
import { expectedHeaders } from "../../deployment/expected-headers.ts";
import { siteOf } from "../../deployment/site.ts";
import { ok, plain } from "../../finding.ts";

/** A year, as Hosting sends it. */
const leastHstsSeconds = 31_536_000;

/** Where the two begin to differ. */
function difference(wanted: string, arrived: string): string {
  const at = [...wanted].findIndex((letter, index) => letter !== arrived[index]);
  const start = Math.max(0, (at < 0 ? wanted.length : at) - 20);
  const excerpt = (text: string) => `"${start > 0 ? "…" : ""}${plain(text.slice(start), 50)}"`;
  return `${excerpt(arrived)} instead of ${excerpt(wanted)}`;
}

export const headersCheck: Check = {
  id: "headers",
  what: "Headers",
  needs: ["site"],
  async run(doctor) {
    const site = await siteOf(doctor);
    const [asset = "/assets/"] = /\/assets\/[\w.-]+\.js/.exec((await site.read("/")).text) ?? [];
    const missing = asset.replace(/[^/]*$/, `missing-${site.room.slice(0, 8)}.js`);
    const pages = ["/", `/r/${site.room}`, `/R/${site.room}`, `/embed/${site.room}`, "/docs/", "/nothing-here"];
    const paths = [...pages, "/service-worker.js", "/docs/openapi.json", asset, missing];
    /** The first fault of each header, and on how many paths it has one. */
    const faults = new Map<string, { first: string; paths: number }>();
    function add(name: string, path: string, fault: string): void {
      const known = faults.get(name) ?? { first: `${name} of ${path} ${fault}`, paths: 0 };
      faults.set(name, { ...known, paths: known.paths + 1 });
    }
    let compared = 0;
    for (const path of paths) {
      const { headers } = await site.read(path);
      for (const [name, value] of expectedHeaders(doctor.tree.headers, path)) {
        compared += 1;
        const arrived = headers.get(name);
        if (arrived !== value) add(name, path, arrived === null ? "is missing" : `is ${difference(value, arrived)}`);
      }
      const hsts = headers.get("strict-transport-security") ?? "";
      const seconds = Number(/max-age=(\d+)/.exec(hsts)?.[1] ?? 0);
      if (seconds < leastHstsSeconds) add("strict-transport-security", path, "is missing or short");
    }
    if (faults.size === 0) return ok(`${compared} on ${paths.length} paths are those of firebase.json, and HSTS`);
    const lines = [...faults.values()].map(({ first, paths: count }) =>
      count === 1 ? first : `${first}, and so on ${count - 1} other paths`,
    );
    return {
      mark: "failed",
      code: "headers-differ",
      says: lines.join("; "),
      cause: "Another firebase.json was deployed, or a proxy before the site changes headers.",
      cure: commandToDeploy(doctor.project, "hosting"),
    };
  },
};
