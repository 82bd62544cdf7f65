// Two people, one of whom records. The other one sees it from the first to the last moment.
import { expect } from "chai";
import { withPeople } from "../support/browser.ts";
import { expectNoErrorsOrForeignRequests, expectSeesAndHears, meet } from "../support/meeting.ts";
import { useSystem } from "../support/system.ts";
import { playRecording, recordUntil, save, startRecording } from "./record.ts";

describe("a recording", () => {
  useSystem();

  it("is seen by the other person while it lasts, and has the pictures and the sound of both", () =>
    withPeople(2, async (ann, ben) => {
      await meet(ann, ben);
      for (const person of [ann, ben]) await expectSeesAndHears(person, 1);
      const badge = ben.page.getByTestId("recorded-by");
      expect(await badge.count()).to.equal(0);
      await startRecording(ann);
      await badge.waitFor();
      expect(await ben.page.getByTestId("recording-announcement").innerText()).to.include("is recording this call");
      await recordUntil(ann, 5);
      expect(await badge.count()).to.equal(1);
      await ann.page.getByTestId("stop-recording").click();
      await badge.waitFor({ state: "detached" });
      await ann.page.locator('[data-testid="kept-recording"][data-end="stopped"]').waitFor();

      const { name, bytes } = await save(ann);
      expect(name).to.match(/^meetogram .*\.webm$/);
      const { durationSeconds, loudness, pictures } = await playRecording(ann.page, bytes);
      expect(durationSeconds).to.be.above(3);
      expect(loudness).to.be.above(0.001);
      expect(pictures.at(-1)?.cameras).to.equal(2);
      for (const person of [ann, ben]) expectNoErrorsOrForeignRequests(person);
    }));
});
