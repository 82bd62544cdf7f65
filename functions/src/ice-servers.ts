// The STUN and TURN servers of one participant. TURN credentials expire. They follow coturn's "TURN
// REST API" (use-auth-secret): the username is expiry:name, the password base64(HMAC-SHA1(secret,
// username)).
import { createHmac } from "node:crypto";
import type { ResponseOf } from "@meetogram/contract";
import type { IceParameters } from "./parameters.ts";

type IceServer = ResponseOf<"connect">["iceServers"][number];

/** Longer than any call, because coturn checks the expiry at each refresh of an allocation. */
const turnTtlMs = 12 * 60 * 60_000;

export function createIceServers(parameters: IceParameters, participantID: string, nowMs: number): IceServer[] {
  const servers: IceServer[] = [];
  if (parameters.stunUrls.length > 0) {
    servers.push({ urls: [...parameters.stunUrls] });
  }
  if (parameters.turnUrls.length > 0 && parameters.turnSecret !== "") {
    const username = `${Math.floor((nowMs + turnTtlMs) / 1000)}:${participantID}`;
    const credential = createHmac("sha1", parameters.turnSecret).update(username).digest("base64");
    servers.push({ urls: [...parameters.turnUrls], username, credential });
  }
  return servers;
}
