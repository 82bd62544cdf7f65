import { expect } from "chai";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { openSite, uuid } from "../site.ts";
import { hostingFolder } from "../site-server.ts";

interface Manifest {
  readonly icons: readonly { readonly src: string; readonly sizes: string }[];
  readonly shortcuts: readonly { readonly url: string }[];
}

describe("installed site", () => {
  it("has icons of the sizes that its manifest names, and a shortcut that starts a meeting", async () => {
    const site = await openSite();
    const text = await readFile(join(hostingFolder, "public/manifest.webmanifest"), "utf8");
    const { icons, shortcuts } = JSON.parse(text) as Manifest;

    await site.visit({}, async ({ page, requested }) => {
      await page.goto(shortcuts[0]!.url);
      await page.waitForURL(`**/r/${uuid}#*`);
      expect(requested.filter((path) => path === "/create")).to.have.length(1);

      await page.evaluate(() => history.back());
      await page.getByTestId("go").waitFor();
      expect(await page.getByTestId("go").getAttribute("aria-busy")).to.equal("false");

      const drawn = icons.filter(({ sizes }) => sizes !== "any");
      const sizes = await page.evaluate(
        (sources) =>
          Promise.all(
            sources.map(async (source) => {
              const image = new Image();
              image.src = source;
              await image.decode();
              return `${image.naturalWidth}x${image.naturalHeight}`;
            }),
          ),
        drawn.map(({ src }) => src),
      );
      expect(sizes).to.deep.equal(drawn.map((icon) => icon.sizes));
    });
  });
});
