// The headers of everything that Hosting serves, asked by hundreds of odd paths. `fetch` would tidy
// them up, so they are sent as they are.
import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { expect } from "chai";
import { getSystem, useSystem } from "../support/system.ts";

const segments = [
  ...[".x", "..x", "...", ".", "..", ".git", ".well-known", ".env", "a", "a.b", "a.", ".a.b.", "~", "-", " "],
  ...["%2e", "%2e%2e", "%2E%2e%2f", "%5c", "%00", "%ff", "%C3%A9", "%20", "%25", "a%2f.b", ";x", "@", "*", "**"],
  ...[
    "{a,b}",
    "!(a)",
    "[a]",
    "+(a)",
    "$",
    "'",
    "index.html",
    "404.html",
    "config.json",
    "assets",
    "docs",
    "r",
    "embed",
  ],
];

const followed = ["/.x", "/a/.b", "/.x/", "/a//.x", "/assets/.x", "/docs/.x", "/r/.x", "/create/.x", "/room/.x/stored"];

function listPaths(): string[] {
  const one = segments.map((segment) => `/${segment}`);
  const two = segments.flatMap((first, index) =>
    [1, 5, 11, 17, 23, 31, 37].map((step) => `/${first}/${segments[(index + step) % segments.length]}`),
  );
  const three = two.map((path, index) => `${path}/${segments[(index * 7) % segments.length]}`);
  return [...new Set([...one, ...two, ...three, ...followed].map((path) => path.replaceAll(" ", "%20")))];
}

async function ask(path: string): Promise<IncomingMessage> {
  const { ports } = await getSystem();
  const [answer] = (await once(get({ host: "127.0.0.1", port: ports.hosting, path }), "response")) as [IncomingMessage];
  return answer;
}

describe("the headers of Hosting", () => {
  useSystem();

  it("forbid frames, foreign scripts and guessed types on every path", async () => {
    const paths = listPaths();
    expect(paths).to.have.length.above(500);
    const bare: string[] = [];
    const { url, embedderPort } = await getSystem();
    const room = await (await fetch(`${url}/r/1b4e28ba-2fa1-4d2a-883f-0016d3cca427`)).text();
    for (const path of paths) {
      const answer = await ask(path);
      const { statusCode, headers } = answer;
      // Which sites may frame a room is said by frame-ancestors alone. Here it is one.
      const isEmbed = (await text(answer)) === room && /^\/(?:\.{2}\/)*embed\//.test(path);
      const policy = headers["content-security-policy"] ?? "";
      const isGuarded =
        policy.includes("default-src 'none'") &&
        policy.includes(`frame-ancestors ${isEmbed ? `http://localhost:${embedderPort}` : "'none'"}`) &&
        headers["x-frame-options"] === (isEmbed ? undefined : "DENY") &&
        headers["x-content-type-options"] === "nosniff" &&
        headers["referrer-policy"] === "no-referrer";
      if (!isGuarded) bare.push(`${path} ${statusCode}`);
    }
    expect(bare).to.deep.equal([]);
  });

  it("send the room's page, never an old one, for a link that was damaged on its way", async () => {
    const { url } = await getSystem();
    const room = "/r/1b4e28ba-2fa1-4d2a-883f-0016d3cca427";
    const page = await (await fetch(url + room)).text();
    expect(page).to.match(/\/assets\/room-[\w-]+\.js/);
    const endings = [
      ".",
      ").",
      "/",
      "/.",
      "%20",
      "%0A",
      "%3E",
      "%E2%80%8B",
      "%EF%BC%83key",
      "%23key",
      "%2523key",
      "/%23key",
    ];
    const starts = ["/R/", "//r/", "/r//", "//R//", "/r/%E2%80%8B", "/r/%20", "/r/%3C"].map((start) =>
      room.replace("/r/", start),
    );
    for (const path of [...endings.map((ending) => room + ending), ...starts, `${room}?utm_source=chat`]) {
      const answer = await ask(path);
      expect(answer.statusCode, path).to.equal(200);
      expect(answer.headers["cache-control"], path).to.equal("no-cache");
      expect(await text(answer), path).to.equal(page);
    }
  });

  it("send a page that mends the address for a room anywhere else in a path", async () => {
    const uuid = "1b4e28ba-2fa1-4d2a-883f-0016d3cca427";
    const whole = `https://meet.example/r/${uuid}#AAECAwQFBgcICQoLDA0ODw`;
    const once = encodeURIComponent(whole);
    for (const path of [
      `/r%2F${uuid}`,
      `/%2FR%2F${uuid.toUpperCase()}.`,
      `/r%252F${uuid}`,
      `/%EF%BC%8Fr%EF%BC%8F${uuid}`,
      `/${once}`,
      `/${encodeURIComponent(once)}`,
    ]) {
      const answer = await ask(path);
      expect(answer.statusCode, path).to.equal(200);
      expect(await text(answer), path).to.include('id="app"');
    }
  });

  it("say 404 for a path that is nothing, with a page that needs no script", async () => {
    for (const path of ["/foo", "/foo/bar.html", "/docs/nothing/", "/embed", "/.env", "/r", "/wp-login.php"]) {
      const answer = await ask(path);
      expect(answer.statusCode, path).to.equal(404);
      const page = await text(answer);
      expect(page, path).to.include("There is nothing at this address").and.include("По этому адресу ничего нет");
      expect(page, path).not.to.include("<script");
    }
  });

  it("let browsers keep the files below /assets, and forget a missing one within the hour", async () => {
    const { url } = await getSystem();
    const page = await (await fetch(url)).text();
    const [asset = ""] = /\/assets\/\w+-[\w-]{8}\.js/.exec(page) ?? [];
    for (const [path, status] of [
      [asset, 200],
      [asset.replace(/-[\w-]+\.js$/, "-AAAAAAAA.js"), 404],
    ] as const) {
      const answer = await ask(path);
      answer.resume();
      expect(answer.statusCode, path).to.equal(status);
      expect(answer.headers["cache-control"], path)
        .to.include("stale-while-revalidate")
        .and.match(/max-age=3600\b/)
        .and.not.include("immutable");
    }
  });
});
