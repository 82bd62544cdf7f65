// The documentation page as Hosting serves it, in a browser and without one. Its examples run
// against the system that serves it.
import { endpoints, errorStatuses, type EndpointName } from "@meetogram/contract";
import { expect } from "chai";
import * as v from "valibot";
import { exampleOrigin } from "@meetogram/openapi";
import { withPeople } from "../support/browser.ts";
import { expectNoErrorsOrForeignRequests } from "../support/meeting.ts";
import { getSystem, useSystem } from "../support/system.ts";
import { hasCurl, replaceSamples, readExamples, runCurl, runScript } from "./examples.ts";

const paths = { en: "/docs/", ru: "/docs/ru/" } as const;
const names = Object.keys(endpoints) as EndpointName[];
/** App Check is off here, so these have no other answer. */
const ofAppCheck: readonly EndpointName[] = ["appCheckChallenge", "appCheckToken"];

async function read(path: string): Promise<string> {
  const response = await fetch((await getSystem()).url + path);
  expect(response.status).to.equal(200);
  return response.text();
}

describe("the documentation page", () => {
  useSystem();

  let url: string;

  before(async () => {
    ({ url } = await getSystem());
  });

  it("is served with and without a trailing slash", async () => {
    for (const path of Object.values(paths)) {
      const response = await fetch(url + path.slice(0, -1));
      expect(response.status).to.equal(200);
      expect(await response.text()).to.equal(await read(path));
    }
  });

  it("is served with openapi.json", async () => {
    const { openapi } = JSON.parse(await read("/docs/openapi.json")) as { openapi: string };
    expect(openapi).to.equal("3.1.0");
  });

  for (const [language, path] of Object.entries(paths)) {
    describe(`in ${language}`, () => {
      let html: string;

      before(async () => {
        html = await read(path);
      });

      it("has a section for every request and every code, and no broken link", () => {
        const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
        expect(new Set(ids).size, "duplicate ids").to.equal(ids.length);
        expect(ids).to.include.members([...names, ...Object.keys(errorStatuses)]);
        const targets = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
        expect(ids).to.include.members(targets);
      });

      it("contains no inline style or script, and names no other host", () => {
        expect(html).not.to.match(/<style|\sstyle=|<script(?![^>]* src="\/assets\/)|\son\w+=/);
        const hosts = [...html.matchAll(/https?:\/\/[^/"'<\s;`&]+/g)].map(([host]) => host);
        expect(new Set(hosts)).to.deep.equal(new Set([exampleOrigin]));
      });

      it("respects the Content-Security-Policy, fits a phone and names its own server", () =>
        withPeople(1, async (person) => {
          const { page } = person;
          await page.setViewportSize({ width: 360, height: 740 });
          await page.goto(url + path);
          expect(await page.evaluate(() => document.documentElement.lang)).to.equal(language);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(overflow, "horizontal overflow in pixels").to.equal(0);
          const example = page.locator('pre[data-example="create"]').first();
          expect(await example.textContent()).to.include(`${url}/create`);
          await page.locator("figure.code button").first().waitFor();
          expectNoErrorsOrForeignRequests(person);
        }));

      it("is readable without scripts", async () => {
        expect(html).to.include(`lang="${language}"`);
        expect(readExamples(html).map(({ name }) => name)).to.include.members([...names, "start", "client"]);
      });

      for (const name of ofAppCheck) {
        it(`has an example of ${name} that is told that App Check is off`, async () => {
          const example = readExamples(html).find((one) => one.name === name && one.language === "fetch");
          const code = await replaceSamples(example?.code ?? expect.fail("the example is missing"), url);
          const refusal = await runScript(code, "answer").then(() => "no refusal", String);
          expect(refusal).to.include("app-check-off");
        });
      }

      for (const name of names.filter((one) => !ofAppCheck.includes(one))) {
        it(`has a working curl example of ${name}`, async function () {
          if (!(await hasCurl())) this.skip();
          const example = readExamples(html).find((one) => one.name === name && one.language === "curl");
          const answer = await runCurl(
            await replaceSamples(example?.code ?? expect.fail("the example is missing"), url),
          );
          expect(v.is(endpoints[name].response, answer), JSON.stringify(answer)).to.equal(true);
        });

        it(`has a working fetch example of ${name}`, async () => {
          const example = readExamples(html).find((one) => one.name === name && one.language === "fetch");
          const code = await replaceSamples(example?.code ?? expect.fail("the example is missing"), url);
          const { value } = await runScript(code, "answer");
          expect(v.is(endpoints[name].response, value), JSON.stringify(value)).to.equal(true);
        });
      }

      it("has a working example that leads to a seat in a new room", async () => {
        const example = readExamples(html).find(({ name }) => name === "start");
        const code = await replaceSamples(example?.code ?? expect.fail("the example is missing"), url);
        const { value, printed } = await runScript(code, "seat");
        expect(v.parse(endpoints.connect.response, value).role).to.equal("host");
        expect(String(printed[0]?.[0])).to.match(/^http:\/\/127\.0\.0\.1:\d+\/r\/[0-9a-f-]{36}$/);
      });

      it("has a working example of the client package", async () => {
        const example = readExamples(html).find(({ name }) => name === "client");
        const code = await replaceSamples(example?.code ?? expect.fail("the example is missing"), url);
        const { printed } = await runScript(code, "null");
        expect(v.parse(endpoints.room.response, printed[0]?.[0]).capacity).to.equal(4);
      });
    });
  }
});
