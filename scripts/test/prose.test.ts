// Prose must be readable beside code and in a diff: comments and Markdown end by column 100.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { longLinesOf } from "../checks/prose.ts";

const root = join(import.meta.dirname, "../..");

/** The files of the working tree that git does not ignore, committed or new. */
function listFiles(): string[] {
  const args = ["ls-files", "--cached", "--others", "--exclude-standard"];
  return execFileSync("git", args, { cwd: root, encoding: "utf8" }).split("\n").filter(Boolean);
}

describe("prose", () => {
  it("ends by column 100 in every comment and Markdown file", () => {
    const long = listFiles()
      .filter((file) => existsSync(join(root, file)))
      .flatMap((file) => longLinesOf(file, readFileSync(join(root, file), "utf8")));
    expect(long, long.join("\n")).to.deep.equal([]);
  });

  it("counts comments, not code; text, not tables, fences and lone links", () => {
    const long = "x".repeat(100);
    expect(longLinesOf("a.ts", `// ${long}\n * ${long}\n  /* ${long}\nconst a = "${long}";`)).to.deep.equal([
      "a.ts:1",
      "a.ts:2",
      "a.ts:3",
    ]);
    expect(longLinesOf("a.vue", `<!--\n ${long} x\n-->\n<p>${long}</p>`)).to.deep.equal(["a.vue:2"]);
    expect(
      longLinesOf("a.md", `${long} x\n| ${long} |\n\`\`\`\n${long} x\n\`\`\`\n[a](https://${long})`),
    ).to.deep.equal(["a.md:1"]);
  });
});
