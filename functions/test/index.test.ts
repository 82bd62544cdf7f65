import { execFile } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import * as functions from "../src/index.ts";
import { listLoadedPackages, type Asked } from "./stage/loaded-packages.ts";
import { connectRequest, createRoom } from "./stage/meeting.ts";

const run = promisify(execFile);
const workspace = new URL("..", import.meta.url);
const names = ["appCheck", "connect", "create", "generateID", "room", "selfCheck", "sweep"];

describe("the functions", () => {
  it("are those of the contract, the sweep and the self-check", () => {
    expect(Object.keys(functions)).to.have.members(names);
  });

  it("are public, in one region, with bounded cost", () => {
    for (const name of ["connect", "create", "generateID", "room", "appCheck"] as const) {
      const endpoint = JSON.parse(JSON.stringify(functions[name].__endpoint)) as Record<string, unknown>;
      expect(endpoint, name).to.deep.include({
        platform: "gcfv2",
        httpsTrigger: { invoker: ["public"] },
        concurrency: 80,
      });
      expect(JSON.stringify([endpoint["region"], endpoint["maxInstances"]]), name).to.match(/REGION.*MAX_INSTANCES/);
      expect(endpoint["secretEnvironmentVariables"], `${name} would make a deployment ask for secrets`).to.equal(
        undefined,
      );
    }
  });

  describe("in a bundle", () => {
    before(() => run(process.execPath, ["build.mjs"], { cwd: workspace }));

    it("are found by the Firebase CLI, with their parameters", async () => {
      const manifest = join(mkdtempSync(join(tmpdir(), "functions-")), "manifest.json");
      const program = new URL("../node_modules/.bin/firebase-functions", workspace).pathname;
      const env = { ...process.env, FUNCTIONS_MANIFEST_OUTPUT_PATH: manifest };
      await run(process.execPath, [program], { cwd: workspace, env });
      const { endpoints, params } = JSON.parse(await readFile(manifest, "utf8")) as {
        endpoints: Record<string, unknown>;
        params: { name: string }[];
      };
      expect(Object.keys(endpoints)).to.have.members(names);
      expect(params.map(({ name }) => name)).to.have.members([
        ...["REGION", "MAX_INSTANCES", "UNENTERED_ROOM_MINUTES", "EMPTY_ROOM_MINUTES", "TRUSTED_PROXIES"],
        ...["APP_CHECK_APP_ID", "APP_CHECK_BITS", "STUN_URLS", "TURN_URLS", "TURN_SECRET"],
        ...["LOG_SECRET", "SELF_CHECK_SCHEDULE", "SELF_CHECK_SITE"],
      ]);
    });

    it("load no package to create a room, to look at it and to take a seat", async () => {
      const { uuid } = await createRoom();
      const requests: readonly Asked[] = [
        { name: "generateID", path: "/user/generateID" },
        { name: "create", path: "/create" },
        { name: "room", path: `/room/${uuid}` },
        { name: "connect", path: "/connect", method: "POST", body: JSON.stringify(connectRequest(uuid)) },
      ];
      for (const request of requests) {
        expect(await listLoadedPackages(request), request.name).to.deep.equal({ atFirst: [], afterwards: [] });
      }
    });

    it("load the Admin SDK for what needs it, but not its Firestore", async () => {
      const { uuid } = await createRoom();
      const { atFirst, afterwards } = await listLoadedPackages({ name: "room", path: `/room/${uuid}/stored` });
      expect(atFirst).to.deep.equal([]);
      expect(afterwards).to.include("firebase-admin").and.not.to.include("@google-cloud/firestore");
    });

    it("need only what functions/package.json lists, in exact versions", async () => {
      const source = await readFile(new URL("dist/index.cjs", workspace), "utf8");
      const manifest = await readFile(new URL("package.json", workspace), "utf8");
      const { dependencies } = JSON.parse(manifest) as { dependencies: Record<string, string> };
      const loaded = [...source.matchAll(/\b(?:require|import)\("([^".][^"]*)"\)/g)].map(([, name = ""]) => name);
      const packages = loaded.filter((name) => !isBuiltin(name)).map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0]);
      expect([...new Set(packages)]).to.deep.equal(["firebase-admin"]);
      expect(dependencies).to.include.keys("firebase-admin", "firebase-functions");
      expect(Object.values(dependencies).every((version) => /^\d/.test(version))).to.equal(true);
    });

    it("come with the licences of what is in it", async () => {
      const licenses = await readFile(new URL("dist/LICENSES.md", workspace), "utf8");
      for (const name of ["express", "firebase-functions", "valibot", "uuid"]) {
        const [, text = ""] = licenses.split(new RegExp(`^## ${name} .*$`, "m"));
        expect(text.split("\n## ")[0], name).to.match(/Permission is hereby granted/);
      }
    });
  });
});
