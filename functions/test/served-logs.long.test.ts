// All output of the processes of `npm start` during the life of a room: wrong passwords, bad input,
// failures, a burn. Nothing identifies a person or gives access to a room.
// (The access log of Hosting has room UUIDs and paths.)
import { execFile } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { paths } from "@meetogram/contract";
import { expect } from "chai";
import { buildAll } from "../../scripts/system/build.ts";
import { root } from "../../scripts/system/start-system.ts";
import { connectRequest } from "./stage/meeting.ts";
import { logWhileServing, type Served } from "./stage/served.ts";

const address = "203.0.113.77";
const password = "correct horse battery staple";
const wrongPassword = "incorrect donkey";
const linkKey = randomBytes(16).toString("base64url");
/**
 * A marker in a URL, which the access log of Hosting has. It proves that the search finds
 * something.
 */
const planted = `planted-${randomUUID()}`;

type Answer = Readonly<Record<string, string>> & { readonly status: number };

function findIn(log: string, secrets: Iterable<string>): string[] {
  return [...secrets].filter((secret) => log.includes(secret));
}

/** The life of one room. Adds everything that must not be logged to `secrets`. */
async function live({ url, firestore }: Served, secrets: Set<string>): Promise<void> {
  const ask = async (path: string, body?: object): Promise<Answer> => {
    const response = await fetch(url + path, {
      headers: {
        "fastly-client-ip": address,
        "x-forwarded-for": address,
        authorization: `Bearer ${linkKey}`,
        cookie: `key=${linkKey}`,
        "content-type": "application/json",
      },
      ...(body && { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    return { ...((await response.json()) as object), status: response.status } as Answer;
  };
  const expectCode = async (code: string, ...request: Parameters<typeof ask>): Promise<void> => {
    expect((await ask(...request))["code"], `${request[0]} ${JSON.stringify(request[1])}`).to.equal(code);
  };
  const keep = <T extends string>(secret: T | undefined): T => {
    expect(secret).to.be.a("string").with.length.above(15);
    secrets.add(secret!);
    return secret!;
  };

  const room = await ask("/create", { password });
  const [uuid, hostKey] = [room["uuid"]!, keep(room["hostKey"])];
  const enter = async (changes: object) => {
    const request = connectRequest(uuid, { password, ...changes });
    const seat = await ask("/connect", request);
    keep(seat["token"]);
    return {
      request,
      userID: keep(request.userID),
      session: keep(request.session),
      participantID: keep(seat["participantID"]),
    };
  };
  const host = await enter({ hostKey });
  const guest = await enter({});

  await expectCode("wrong-password", "/connect", connectRequest(uuid, { password: wrongPassword }));
  let code: string | undefined = "wrong-password";
  // The delay doubles with each guess. So even a slow machine is too early at some point.
  for (let guesses = 0; code === "wrong-password" && guesses < 10; guesses += 1) {
    code = (await ask("/connect", connectRequest(uuid, { password: wrongPassword })))["code"];
  }
  expect(code, "a guesser has to wait").to.equal("rate-limited");
  await expectCode("already-connected", "/connect", { ...guest.request, session: keep(randomUUID()) });
  await expectCode("invalid-request", "/connect", { ...guest.request, key: linkKey });
  await expectCode("invalid-request", "/connect", `{"password":"${password}","key":"${linkKey}"` as unknown as object);
  await expectCode("invalid-request", `/room/${uuid}?password=${planted}`);
  await expectCode("host-only", `/room/${uuid}/remove`, { participantID: host.participantID, ...proofOf(guest) });
  expect((await ask(`/room/${uuid}/stored`)).status).to.equal(200);

  // Unexpected errors: a document of a wrong shape.
  await firestore.doc(paths.room(uuid)).update({ capacity: password, removed: [guest.participantID], hosts: linkKey });
  await expectCode("internal", "/connect", guest.request);
  await expectCode("internal", `/room/${uuid}`);
  await expectCode("internal", `/room/${uuid}/burn`, { hostKey });
  await firestore.doc(paths.room(uuid)).update({ capacity: 8, removed: [], hosts: [] });

  expect((await ask(`/room/${uuid}/remove`, { participantID: guest.participantID, ...proofOf(host) })).status).to.equal(
    200,
  );
  await expectCode("removed", "/connect", guest.request);
  expect((await ask(`/room/${uuid}/burn`, { hostKey })).status).to.equal(200);
  await expectCode("room-not-found", "/connect", host.request);
}

function proofOf({ userID, session }: { readonly userID: string; readonly session: string }): object {
  return { userID, session };
}

describe("what the served functions print", () => {
  before(async function () {
    this.timeout(120_000);
    if (existsSync(new URL("../../hosting/dist/index.html", import.meta.url))) {
      await promisify(execFile)(process.execPath, ["build.mjs"], { cwd: new URL("..", import.meta.url) });
    } else {
      await buildAll(root);
    }
  });

  it("has no address, token, password, key, user or session in a whole run", async function () {
    this.timeout(240_000);
    const secrets = new Set([address, password, wrongPassword, linkKey]);
    const log = await logWhileServing((served) => live(served, secrets));
    expect(secrets.size, "each kind was there").to.be.above(12);
    expect(findIn(log, secrets)).to.deep.equal([]);
    // The search does work: it finds the marker, and the log has the functions' own lines.
    expect(findIn(log, [planted])).to.deep.equal([planted]);
    expect(log)
      .to.match(/connect failed/)
      .and.to.match(/room failed/);
  });
});
