// Reads who asks. A caller can write any header, X-Forwarded-For too, but Google's front end adds
// the address that it saw at the end of that one. So addresses are read from the right, as far as
// the proxies are known (`trustProxies`): what stands left of the first unknown address is ignored.
// No other header counts. https://expressjs.com/en/guide/behind-proxies.html
import type { Express, Request } from "express";
import { toCaller, type Caller } from "../caller.ts";

/**
 * The platform hands requests over from a link-local address. `proxies` are networks of proxies
 * that put the address of their own caller before theirs. Without the platform no header counts.
 */
export function trustProxies(app: Express, proxies: readonly string[], hasPlatform: boolean): void {
  app.set("trust proxy", hasPlatform && ["loopback", "linklocal", "uniquelocal", ...proxies]);
}

export function readCaller(request: Request): Caller {
  const [, ...proxies] = request.ips;
  return toCaller(request.ip, proxies.at(-1));
}
