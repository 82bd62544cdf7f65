// The STUN and TURN servers of one participant. TURN credentials expire. They follow coturn's "TURN
// REST API" (use-auth-secret): the username is expiry:name, the password base64(HMAC-SHA1(secret,
// username)). coturn looks at the expiry when an allocation is made, not later: a call outlives
// them (https://github.com/coturn/coturn/issues/774). So they are short, and who is removed gets no
// more.
import { createHmac } from "node:crypto";
import { limits, type ResponseOf } from "@meetogram/contract";
import type { IceParameters } from "./parameters.ts";

type IceServer = ResponseOf<"connect">["iceServers"][number];

export function createIceServers(parameters: IceParameters, participantID: string, nowMs: number): IceServer[] {
  const servers: IceServer[] = [];
  if (parameters.stunUrls.length > 0) {
    servers.push({ urls: [...parameters.stunUrls] });
  }
  if (parameters.turnUrls.length > 0 && parameters.turnSecret !== "") {
    const username = `${Math.floor((nowMs + limits.turnTtlMs) / 1000)}:${participantID}`;
    const credential = createHmac("sha1", parameters.turnSecret).update(username).digest("base64");
    servers.push({ urls: [...parameters.turnUrls], username, credential });
  }
  return servers;
}
