import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { build } from "esbuild";

const limits = { "index.ts": 2_000, "element.ts": 1_500 };
/** Without Firebase. It has the contract's schemas, and what they need. */
const roomLimit = 16_500;

async function bundle(entry: string, external: string[] = []) {
  const { outputFiles, metafile } = await build({
    entryPoints: [fileURLToPath(new URL(`../src/${entry}`, import.meta.url))],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    external,
    write: false,
    metafile: true,
  });
  const contents = outputFiles[0]?.contents ?? expect.fail("nothing was built");
  return { bytes: gzipSync(contents).length, inputs: Object.keys(metafile.inputs) };
}

describe("the client in a bundle", () => {
  for (const [entry, limitBytes] of Object.entries(limits)) {
    it(`has less than ${limitBytes} bytes (gzip) of ${entry} and nothing of the contract's schemas`, async () => {
      const { bytes, inputs } = await bundle(entry);
      expect(bytes).to.be.within(500, limitBytes);
      expect(inputs.filter((input) => /contract|valibot|node_modules/.test(input))).to.deep.equal([]);
    });
  }

  it(`has less than ${roomLimit} bytes (gzip) of the room, and of others only the contract and valibot`, async () => {
    const { bytes, inputs } = await bundle("room/index.ts", ["firebase/*"]);
    expect(bytes).to.be.within(5_000, roomLimit);
    const foreign = inputs.filter((input) => /node_modules/.test(input) && !/node_modules\/valibot\//.test(input));
    expect(foreign).to.deep.equal([]);
  });
});
