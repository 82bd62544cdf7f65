// The metrics, alerts and queries of operations/ and docs/operations.md, against lines that the
// functions really log.
import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect } from "chai";
import { Router } from "express";
import supertest from "supertest";
import * as v from "valibot";
import { serve } from "../../src/http/serve.ts";
import { selfCheck, sweep } from "../../src/index.ts";
import { logSweep } from "../../src/scheduled-logs.ts";
import { openSite } from "../self-check/site.ts";
import { api, flood, host } from "../stage/api.ts";
import { linesOf, type LogLine } from "../stage/log.ts";
import { changeRoom, connect, connectRequest, createRoom } from "../stage/meeting.ts";
import { doesMatch, fieldOf, parseFilter, toEntry } from "./filter.ts";
import { AlertPolicy, LogMetric } from "./schemas.ts";

const root = new URL("../../../", import.meta.url);
const document = readFileSync(new URL("docs/operations.md", root), "utf8");

function readFiles<S extends v.GenericSchema>(folder: string, schema: S): Map<string, v.InferOutput<S>> {
  const path = new URL(`operations/${folder}/`, root);
  return new Map(
    readdirSync(path).map((file) => {
      const parsed = v.safeParse(schema, JSON.parse(readFileSync(new URL(file, path), "utf8")));
      if (!parsed.success) expect.fail(`${file}: ${JSON.stringify(v.flatten(parsed.issues))}`);
      return [basename(file, ".json"), parsed.output];
    }),
  );
}

/** One of each kind. */
async function logEverything(): Promise<LogLine[]> {
  const slow = Router().get("/", (_request, response) => void setTimeout(() => response.json({}), 20));
  const slowApp = host(serve("slow", () => Promise.resolve({ router: slow })) as never);
  const flooded = host(serve("flooded", () => Promise.resolve({ router: Router() })) as never);
  const site = await openSite();
  process.env["LOG_SECRET"] = randomUUID();
  const run = { scheduleTime: new Date().toISOString() };
  try {
    return await linesOf(async () => {
      const { uuid } = await createRoom({ password: "secret" });
      await connect(connectRequest(uuid, { password: "wrong" }));
      await supertest(slowApp).get("/");
      await supertest(slowApp).get("/");
      await flood(flooded);
      await changeRoom(uuid, { capacity: "four" });
      await api.room().get(`/room/${uuid}`);
      await sweep.run(run);
      logSweep({ rooms: 1, users: 0, left: 1, errors: [new Error("13 INTERNAL")] });
      process.env["SELF_CHECK_SITE"] = site.url;
      await selfCheck.run(run);
      process.env["SELF_CHECK_SITE"] = "http://127.0.0.1:1";
      await selfCheck.run(run);
    }, 133);
  } finally {
    delete process.env["LOG_SECRET"];
    delete process.env["SELF_CHECK_SITE"];
    site.close();
  }
}

describe("operations", () => {
  const metrics = readFiles("metrics", LogMetric);
  const policies = readFiles("policies", AlertPolicy);
  const conditions = [...policies.values()].flatMap((policy) => policy.conditions);
  let lines: LogLine[];

  before(async function () {
    this.timeout(120_000);
    lines = await logEverything();
  });

  const found = (filter: string): LogLine[] => lines.filter((line) => doesMatch(filter, line));
  const filterOf = (metric: string): string => metrics.get(`meetogram-${metric}`)!.filter;

  it("counts what a metric means, and nothing else", () => {
    expect(found(filterOf("server-errors")).map(({ status }) => status)).to.deep.equal([500]);
    expect(found(filterOf("refused")).map(({ code }) => code)).to.deep.equal(["rate-limited"]);
    expect(found(filterOf("sweeps"))).to.have.length(2);
    expect(found(filterOf("rooms-left")).map(({ left }) => left)).to.deep.equal([1]);
    expect(found(filterOf("self-checks")).map(({ message }) => message)).to.deep.equal(["Self-check passed"]);
    const timed = found(filterOf("latency"));
    expect(timed.every(({ event, status }) => event === "request" && Number(status) < 500)).to.equal(true);
    expect(timed.length).to.be.above(100);
  });

  it("takes labels and values from fields that are logged", () => {
    for (const [name, { filter, labelExtractors = {}, valueExtractor = "", metricDescriptor }] of metrics) {
      const labels = metricDescriptor.labels?.map(({ key }) => key) ?? [];
      expect(Object.keys(labelExtractors), name).to.have.members(labels);
      for (const extractor of [...Object.values(labelExtractors), valueExtractor]) {
        const field = /^EXTRACT\((.*)\)$/.exec(extractor)?.[1];
        if (field === undefined) continue;
        const values = found(filter).map((line) => fieldOf(toEntry(line), field));
        expect(
          values.some((value) => value !== undefined),
          `${name}: ${field}`,
        ).to.equal(true);
      }
      expect(valueExtractor !== "", name).to.equal(metricDescriptor.valueType === "DISTRIBUTION");
    }
  });

  it("alerts on metrics that are there", () => {
    const watched = conditions.flatMap((condition) =>
      "conditionMatchedLog" in condition
        ? []
        : ("conditionThreshold" in condition ? condition.conditionThreshold : condition.conditionAbsent).filter,
    );
    const types = watched.map((filter) => /metric\.type="([^"]+)" AND resource\.type="([^"]+)"$/.exec(filter) ?? []);
    const own = types.flatMap(([, type = ""]) => /^logging\.googleapis\.com\/user\/(.*)$/.exec(type)?.[1] ?? []);
    expect([...metrics.keys()]).to.include.members(own);
    const foreign = types.flatMap(([, type = "", resource]) => (type.startsWith("logging") ? [] : [[type, resource]]));
    const writes = ["firestore.googleapis.com/document/write_ops_count", "firestore.googleapis.com/Database"];
    expect(foreign).to.deep.equal([writes]);
  });

  it("alerts on the line of a self-check that failed, at most once an hour", () => {
    const { alertStrategy, conditions: own } = policies.get("self-check")!;
    const matched = own.flatMap((condition) =>
      "conditionMatchedLog" in condition ? condition.conditionMatchedLog : [],
    );
    expect(found(matched[0]!.filter).map(({ step }) => step)).to.deep.equal(["configuration"]);
    expect(alertStrategy.notificationRateLimit).to.deep.equal({ period: "3600s" });
  });

  it("leads from each alert to a part of docs/operations.md, whose table has it", () => {
    for (const { displayName, documentation } of policies.values()) {
      const heading = /"(.+)"\.$/.exec(documentation.content)?.[1];
      expect(document).to.include(`\n### ${heading}\n`);
      expect(document).to.include(`| ${displayName.replace("meetogram: ", "")} |`);
    }
  });

  it("has queries in docs/operations.md that find what they say, by fields that are logged", () => {
    const queries = [...document.matchAll(/```text\n([^`]+)```/g)].map(([, query = ""]) => query);
    expect(queries).to.have.length(10);
    const fields = new Set(lines.flatMap((line) => Object.keys(line).map((name) => `jsonPayload.${name}`)));
    const platform = ["resource.type", "severity", "log_id"];
    for (const query of queries) {
      const asked = parseFilter(query).map(({ field }) => field);
      expect([...fields, ...platform], query).to.include.members(asked);
      // These name one request, one room, or a log of the platform's own.
      const isExample = asked.some((field) => /requestID|room$|log_id/.test(field));
      const wanted = query.replace("ms>2000", "ms>10");
      if (!isExample) expect(found(wanted).length, query).to.be.within(1, lines.length - 1);
    }
  });

  it("names every field of the lines in docs/operations.md", () => {
    const own = new Set(lines.flatMap(Object.keys));
    for (const known of ["severity", "message", "logging.googleapis.com/trace"]) own.delete(known);
    for (const name of own) expect(document, name).to.include(`\`${name}\``);
  });
});

describe("the filter of these tests", () => {
  it("refuses what it does not know", () => {
    for (const unknown of ["jsonPayload.status >= 500", "NOT a=1", 'a:"b"', 'a="b" OR a="c"']) {
      expect(() => parseFilter(unknown), unknown).to.throw("Not a comparison");
    }
  });
});
