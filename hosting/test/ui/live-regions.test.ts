// What is read aloud: a screen reader hears a change of a region, and often misses a region that
// comes together with its words.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { parse } from "vue/compiler-sfc";

const source = fileURLToPath(new URL("../../src", import.meta.url));

type Template = NonNullable<ReturnType<typeof parse>["descriptor"]["template"]>;
type TemplateNode = NonNullable<Template["ast"]>["children"][number];

const isRegionName = (name: string) => name === "role" || name === "aria-live";
const conditions = ["if", "else-if", "else", "for"];

/** The start tags of regions that are not always there. */
function findLateRegions(node: TemplateNode): string[] {
  if (!("children" in node) || !("props" in node)) return [];
  const isRegion = node.props.some(
    (prop) =>
      prop.type === 6 &&
      isRegionName(prop.name) &&
      ["status", "alert", "polite", "assertive"].includes(prop.value?.content ?? ""),
  );
  const isConditional = node.props.some((prop) => prop.type === 7 && conditions.includes(prop.name));
  const own = isRegion && isConditional ? [node.loc.source.split("\n", 1)[0]!] : [];
  return [...own, ...node.children.flatMap((child) => findLateRegions(child as TemplateNode))];
}

const components = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".vue"));

describe("regions that are read aloud", () => {
  for (const path of components) {
    const text = readFileSync(join(source, path), "utf8");
    if (!/role="(status|alert)"|aria-live=/.test(text)) continue;

    it(`are there before their words in ${path}`, () => {
      const { descriptor } = parse(text);
      expect(descriptor.template?.ast?.children.flatMap(findLateRegions)).to.deep.equal([]);
    });
  }

  it("are nowhere hidden while they are empty", () => {
    const hidden = components.filter((path) =>
      /:empty\s*\{\s*display:\s*none/.test(readFileSync(join(source, path), "utf8")),
    );
    expect(hidden).to.deep.equal([]);
  });
});
