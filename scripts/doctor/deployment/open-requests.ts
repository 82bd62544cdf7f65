// One request to each function through Hosting, so that it changes nothing: for a room that is not
// there, or with a body that is refused. They are made once, before anything else wakes a function.
import type { Answer } from "../ask.ts";
import type { Doctor } from "../doctor.ts";
import { parametersOf } from "./parameters.ts";
import { siteOf } from "./site.ts";

export interface OpenRequest {
  readonly functionID: string;
  /** The status and, unless it is 200, the stable code. */
  readonly expected: string;
  readonly first: Answer;
  /** Of some more: how long the fastest took. */
  readonly thenMs: number;
}

const refused = { method: "POST", headers: { "content-type": "application/json" }, body: '{"doctor":true}' };
const moreRequests = 3;

export function makeOpenRequests(doctor: Doctor): Promise<OpenRequest[]> {
  return doctor.once("open requests", async () => {
    const site = await siteOf(doctor);
    const { appCheckApp } = await parametersOf(doctor);
    const isOpen = appCheckApp === "";
    const without = (expected: string) => (isOpen ? expected : "401 app-check-required");
    const requests: readonly (readonly [string, string, RequestInit, string])[] = [
      ["room", `/room/${site.room}`, {}, without("404 room-not-found")],
      ["generateID", "/user/generateID", { method: "POST" }, without("200")],
      ["create", "/create", refused, without("400 invalid-request")],
      ["connect", "/connect", refused, without("400 invalid-request")],
      ["appCheck", "/appCheck/challenge", {}, isOpen ? "404 app-check-off" : "200"],
    ];
    const made: OpenRequest[] = [];
    for (const [functionID, path, init, expected] of requests) {
      const first = await site.read(path, init);
      const times: number[] = [];
      for (let asked = 0; asked < moreRequests; asked += 1) times.push((await site.read(path, init)).tookMs);
      made.push({ functionID, expected, first, thenMs: Math.min(...times) });
    }
    return made;
  });
}
