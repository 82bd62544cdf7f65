import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { build } from "esbuild";

const limits = { "index.ts": 2_000, "element.ts": 1_500 };

describe("the client in a bundle", () => {
  for (const [entry, limitBytes] of Object.entries(limits)) {
    it(`has less than ${limitBytes} bytes (gzip) of ${entry} and nothing of the contract's schemas`, async () => {
      const { outputFiles, metafile } = await build({
        entryPoints: [fileURLToPath(new URL(`../src/${entry}`, import.meta.url))],
        bundle: true,
        minify: true,
        format: "esm",
        target: "es2022",
        write: false,
        metafile: true,
      });
      const [bundle] = outputFiles;
      expect(gzipSync(bundle?.contents ?? expect.fail("nothing was built")).length).to.be.within(500, limitBytes);
      const foreign = Object.keys(metafile.inputs).filter((input) => /contract|valibot|node_modules/.test(input));
      expect(foreign).to.deep.equal([]);
    });
  }
});
