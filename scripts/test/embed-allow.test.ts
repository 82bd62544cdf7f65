// Who may frame a room, as firebase.json says it, and what the script writes into it.
import { readFileSync } from "node:fs";
import { expect } from "chai";
import { allowFrames, parseOrigin } from "../embed-allow.ts";

const config = readFileSync(new URL("../../firebase.json", import.meta.url), "utf8");

interface Rule {
  readonly source?: string;
  readonly headers: readonly { readonly key: string; readonly value: string }[];
}

function policies(text: string): { everywhere: string; embed: string } {
  const { headers } = (JSON.parse(text) as { hosting: { headers: Rule[] } }).hosting;
  const found = headers.flatMap((rule) =>
    rule.headers.flatMap(({ key, value }) => (key === "Content-Security-Policy" ? [[rule.source, value]] : [])),
  );
  // The later rule wins on Hosting.
  expect(found.map(([source]) => source)).to.deep.equal([undefined, "/embed/**"]);
  return { everywhere: String(found[0]?.[1]), embed: String(found[1]?.[1]) };
}

describe("who may show a room in a frame", () => {
  it("is nobody by default, and the policy is otherwise that of every page", () => {
    const { everywhere, embed } = policies(config);
    expect(everywhere).to.match(/; frame-ancestors 'none'$/);
    expect(embed).to.equal(everywhere);
  });

  it("is whom the operator names, in valid JSON with nothing else changed", () => {
    const sites = ["https://a.example", "https://*.b.example", "https://c.example:8443", "https://a.example/"];
    const written = allowFrames(config, sites);
    const { everywhere, embed } = policies(written);
    expect(embed).to.equal(
      everywhere.replace(
        "frame-ancestors 'none'",
        "frame-ancestors https://a.example https://*.b.example https://c.example:8443",
      ),
    );
    expect(everywhere).to.equal(policies(config).everywhere);
    expect(allowFrames(written, [])).to.equal(config);
  });

  it("is never anything but an origin", () => {
    const wrong = [
      ...["", "*", "https:", "a.example", "http://a.example", "https://*", "https://*.example", "https://a.*.example"],
      ...["https://a.example/path", "https://a.example?x", "https://u@a.example", "data:text/html,x", "'self'"],
      ...["https://a.example; script-src *", 'https://a.example"', "https://a.example https://b.example", "null"],
    ];
    for (const text of wrong) expect(() => parseOrigin(text), text).to.throw();
    expect(parseOrigin("HTTPS://A.Example:443")).to.equal("https://a.example");
    expect(parseOrigin("http://localhost:3000")).to.equal("http://localhost:3000");
  });
});
