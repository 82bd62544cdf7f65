// A room with a password whose creator proved the link, as docs/signalling.md tells other clients
// to do it: here with Node's own HKDF.
import { hkdfSync, randomBytes, randomUUID } from "node:crypto";
import { createClient } from "@meetogram/client";
import { expect } from "chai";
import { withPeople } from "../support/browser.ts";
import { eventually } from "../support/eventually.ts";
import { connect, expectSeesAndHears, openLink } from "../support/meeting.ts";
import { getSystem, useSystem } from "../support/system.ts";

const password = "caf\u00e9";
const decomposed = "cafe\u0301";

function derive(key: Buffer, salt: string, info: string): string {
  return Buffer.from(hkdfSync("sha256", key, salt, info, 32)).toString("base64url");
}

async function createProtectedRoom() {
  const { url } = await getSystem();
  const client = createClient({ baseURL: url });
  const key = randomBytes(16);
  const linkProof = derive(key, "", "meetogram/link-proof/1");
  const proof = { linkProof, password: derive(key, password, "meetogram/password-proof/1") };
  const { uuid } = await client.createRoom(proof);
  return { client, uuid, link: `${url}/r/${uuid}#${key.toString("base64url")}` };
}

describe("a password", () => {
  useSystem();

  it("brings two people together however they compose its accents, after a stranger's 35 wrong guesses", () =>
    withPeople(2, async (ann, ben) => {
      const { client, uuid, link } = await createProtectedRoom();
      const constraints = { audio: true, video: true };
      for (let guess = 0; guess < 35; guess += 1) {
        const stranger = { uuid, userID: randomUUID(), session: randomUUID(), constraints, password: `guess ${guess}` };
        const refused = await client.connect(stranger).catch((error: unknown) => error);
        expect(refused).to.include({ code: "wrong-link" });
      }
      for (const [person, typed] of [
        [ann, password],
        [ben, decomposed],
      ] as const) {
        await openLink(person, link);
        await person.page.getByTestId("password").fill(typed);
        await connect(person);
      }
      await Promise.all([expectSeesAndHears(ann, 1), expectSeesAndHears(ben, 1)]);
    }));

  it("is not sent to the server, nor is the link's key", () =>
    withPeople(1, async (person) => {
      const { link } = await createProtectedRoom();
      const sent: string[] = [];
      person.page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
      await openLink(person, link);
      await person.page.getByTestId("password").fill("wrong");
      await person.page.getByTestId("connect").click();
      const isRefused = () => person.page.getByTestId("password").getAttribute("aria-invalid");
      await eventually("a refused password", isRefused, (value) => value === "true");
      await person.page.getByTestId("password").fill(password);
      await connect(person);
      const secrets = [`"${password}"`, '"wrong"', new URL(link).hash.slice(1)];
      expect(sent.filter((text) => secrets.some((secret) => text.includes(secret)))).to.deep.equal([]);
      expect(sent.filter((text) => text.includes("linkProof"))).to.have.length.above(0);
    }));
});
