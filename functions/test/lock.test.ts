import { readFileSync } from "node:fs";
import { expect } from "chai";
import { pin, printLock } from "../lock/pin.ts";
import { edgesOf, resolve, type Lock, type LockedPackage } from "../lock/root-lock.ts";

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), "utf8");
}

const root = JSON.parse(read("../../package-lock.json")) as Lock;
const committed = JSON.parse(read("../package-lock.json")) as Lock;
const manifest = JSON.parse(read("../package.json")) as Record<string, unknown>;

/** Where `name`, needed by the package at `place`, is in this lock. */
function find({ packages }: Lock, place: string, name: string): string | undefined {
  return resolve((at) => Object.hasOwn(packages, at), place, name);
}

/** What identifies a package: two of the same integrity are the same bytes. */
function identityOf(locked: LockedPackage | undefined): unknown[] {
  return [locked?.name, locked?.version, locked?.integrity];
}

describe("functions/package-lock.json", () => {
  it("is what the root lock says today (npm run lock --workspace functions)", () => {
    expect(read("../package-lock.json")).to.equal(printLock(root));
  });

  it("is stale as soon as the root lock moves anything that the functions need", () => {
    const needed = "node_modules/firebase-functions";
    const moved = { ...root.packages[needed], version: "7.4.1", integrity: "sha512-other" };
    const other = { ...root, packages: { ...root.packages, [needed]: moved } };
    expect(printLock(other)).not.to.equal(printLock(root));
    const unneeded = "node_modules/mocha";
    const tool = { ...root.packages[unneeded], version: "99.0.0" };
    expect(printLock({ ...root, packages: { ...root.packages, [unneeded]: tool } })).to.equal(printLock(root));
  });

  it("gives every package the dependencies that the tests ran with", () => {
    const seen = new Set<string>();
    const waiting: (readonly [here: string, there: string])[] = [["", "functions"]];
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [here, there] = next;
      for (const { name, isOptional } of edgesOf(root.packages[there]!)) {
        const [mine, theirs] = [find(committed, here, name), find(root, there, name)];
        if (isOptional && theirs === undefined) continue;
        expect(mine, `${name} for ${here}`).to.be.a("string");
        expect(identityOf(committed.packages[mine!]), mine).to.deep.equal(identityOf(root.packages[theirs!]));
        if (!seen.has(mine!)) waiting.push([mine!, theirs!]);
        seen.add(mine!);
      }
    }
    expect([...seen].sort(), "and holds nothing else").to.deep.equal(
      Object.keys(committed.packages)
        .filter((place) => place !== "")
        .sort(),
    );
  });

  it("agrees with package.json, and lists nothing for development", () => {
    expect(committed.packages[""]?.dependencies).to.deep.equal(manifest["dependencies"]);
    expect(manifest).not.to.have.any.keys("devDependencies", "peerDependencies", "optionalDependencies");
    expect(Object.values(committed.packages).filter(({ dev, link }) => dev || link)).to.deep.equal([]);
    expect(Object.keys(committed.packages).filter((place) => place.includes("@meetogram"))).to.deep.equal([]);
  });

  it("is uploaded", () => {
    const { functions } = JSON.parse(read("../../firebase.json")) as { functions: { ignore: string[] }[] };
    const asExpression = (glob: string): RegExp => new RegExp(`^${glob.replaceAll(".", "\\.").replaceAll("*", ".*")}$`);
    const excluding = functions[0]?.ignore.filter((glob) => asExpression(glob).test("package-lock.json"));
    expect(excluding).to.deep.equal([]);
  });
});

describe("a lock of one workspace", () => {
  const locked = (version: string, more: Partial<LockedPackage> = {}): LockedPackage => ({ version, ...more });
  const lock: Lock = {
    lockfileVersion: 3,
    packages: {
      "": {},
      server: { name: "server", version: "1.0.0", dependencies: { a: "2.0.0", b: "1.0.0", "b-old": "1.0.0" } },
      "server/node_modules/a": locked("2.0.0"),
      "node_modules/a": locked("1.0.0", { dev: true }),
      "node_modules/b": locked("1.0.0", {
        dependencies: { a: "^1.0.0", c: "1.0.0" },
        optionalDependencies: { d: "1" },
      }),
      "node_modules/b-old": locked("1.0.0", { dependencies: { a: "^1.0.0" } }),
      "node_modules/c": locked("1.0.0", { peer: true, dependencies: { a: "^1.0.0" } }),
      "node_modules/d": locked("1.0.0", { optional: true, dependencies: { c: "1.0.0", e: "1.0.0" } }),
      "node_modules/e": locked("1.0.0", { devOptional: true }),
      "node_modules/f": locked("1.0.0"),
    },
  };
  const { packages } = pin(lock, "server");

  it("places two versions of a package so that each dependent finds its own", () => {
    const versions = Object.entries(packages).map(([place, { version }]) => [place, version]);
    expect(Object.fromEntries(versions)).to.deep.equal({
      "": "1.0.0",
      "node_modules/a": "2.0.0",
      "node_modules/b": "1.0.0",
      "node_modules/b/node_modules/a": "1.0.0",
      "node_modules/b-old": "1.0.0",
      "node_modules/b-old/node_modules/a": "1.0.0",
      "node_modules/c": "1.0.0",
      "node_modules/c/node_modules/a": "1.0.0",
      "node_modules/d": "1.0.0",
      "node_modules/e": "1.0.0",
    });
  });

  it("calls optional only what nothing else needs", () => {
    const optional = Object.entries(packages).filter(([, entry]) => entry.optional);
    expect(optional.map(([place]) => place)).to.deep.equal(["node_modules/d", "node_modules/e"]);
    expect(JSON.stringify(packages)).not.to.match(/"(dev|devOptional|peer)"/);
  });

  it("is refused when a dependency is missing, or is a workspace", () => {
    const others = Object.entries(lock.packages).filter(([place]) => place !== "node_modules/c");
    expect(() => pin({ ...lock, packages: Object.fromEntries(others) }, "server")).to.throw(
      "c, which node_modules/b needs",
    );
    const linked = { ...lock.packages, "node_modules/c": { link: true } };
    expect(() => pin({ ...lock, packages: linked }, "server")).to.throw("c is a workspace");
  });
});
