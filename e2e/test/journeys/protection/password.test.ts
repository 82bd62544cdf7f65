// Strangers who guess, and people who know the password of a room.
import { randomUUID } from "node:crypto";
import { expect } from "chai";
import { withPeople } from "../../support/browser.ts";
import { eventually } from "../../support/eventually.ts";
import { connect, expectSeesAndHears, openLink } from "../../support/meeting.ts";
import { useSystem } from "../../support/system.ts";
import { createProtectedRoom, decomposed, password } from "./protected-room.ts";

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
