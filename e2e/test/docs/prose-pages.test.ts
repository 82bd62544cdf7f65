// The pages of plain text beside that of the open requests, and the language that a first visit is
// led to.
import { expect } from "chai";
import { openPerson, withPeople } from "../support/browser.ts";
import { expectNoErrorsOrForeignRequests } from "../support/meeting.ts";
import { getSystem, useSystem } from "../support/system.ts";

const pages = ["", "embed/", "privacy/", "security/"];
const paths = ["/docs/", "/docs/ru/"].flatMap((start) => pages.map((page) => start + page));

async function read(path: string): Promise<string> {
  const response = await fetch((await getSystem()).url + path);
  expect(response.status, path).to.equal(200);
  return response.text();
}

describe("the pages of the documentation", () => {
  useSystem();

  it("have a title and a description each of its own", async () => {
    const heads = await Promise.all(
      paths.map(async (path) => {
        const html = await read(path);
        return [/<title>([^<]{20,75})<\/title>/, /<meta name="description" content="([^"]{50,160})"/].map(
          (pattern) => pattern.exec(html)?.[1] ?? expect.fail(`${path} has no ${pattern}`),
        );
      }),
    );
    expect(new Set(heads.flat()).size).to.equal(2 * paths.length);
  });

  it("lead to each other, to the start and to the texts of the source, with no broken link", async () => {
    for (const path of paths) {
      const html = await read(path);
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => `#${id}`);
      const links = [...html.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, link = ""]) => link);
      const siblings = paths.filter((one) => one.includes("/ru/") === path.includes("/ru/"));
      expect(links, path).to.include.members(["/", ...siblings]);
      for (const link of new Set(links)) {
        if (link.startsWith("#")) expect(ids, path).to.include(link);
        else await read(link);
      }
    }
  });

  it("fit a phone, and run nothing that the Content-Security-Policy forbids", () =>
    withPeople(1, async (person) => {
      const { page } = person;
      const { url } = await getSystem();
      await page.setViewportSize({ width: 320, height: 640 });
      for (const path of paths) {
        await page.goto(url + path);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow, `${path}: horizontal overflow in pixels`).to.equal(0);
      }
      expectNoErrorsOrForeignRequests(person);
    }));

  it("lead the first visit to the reader's language, once, and never against a choice", async () => {
    const person = await openPerson({ locale: "ru-RU" });
    const { page } = person;
    const { url } = await getSystem();
    const open = async (path: string) => {
      await page.goto(url + path);
      await page.waitForLoadState("networkidle");
      return new URL(page.url()).pathname;
    };
    try {
      await page.goto(`${url}/docs/privacy/#server`);
      await page.waitForURL(`${url}/docs/ru/privacy/#server`);
      expect(await open("/docs/"), "the second visit").to.equal("/docs/");
      await page.evaluate(() => localStorage.clear());
      await page.evaluate(() => localStorage.setItem("language", "en"));
      expect(await open("/docs/"), "after English was chosen in the interface").to.equal("/docs/");
      await page.evaluate(() => localStorage.clear());
      expect(await open("/docs/ru/security/")).to.equal("/docs/ru/security/");
      await page.getByRole("link", { name: "English" }).click();
      await page.waitForURL(`${url}/docs/security/`);
      expect(await open("/docs/"), "after English was pressed").to.equal("/docs/");
    } finally {
      await person.context.close();
    }
  });
});
