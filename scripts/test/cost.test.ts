// The sums of docs/cost.md: what is counted there, multiplied by docs/prices.json.
import { readFileSync } from "node:fs";
import { expect } from "chai";

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

interface Price {
  readonly price: number;
  readonly per: number;
  readonly freePerDay?: number;
}

type Service<Units extends string> = { readonly [U in Units]: Price };

const prices = JSON.parse(read("docs/prices.json")) as {
  readonly copiedOn: string;
  readonly firestore: Service<"reads" | "writes" | "deletes">;
  readonly functions: Service<"requests" | "vCPUSeconds" | "GiBSeconds">;
  readonly hosting: Service<"bytes">;
  readonly assumed: Readonly<Record<string, number>>;
};
const { secondsOfARequest, secondsOfASweep, secondsOfASelfCheck, vCPUOfAnInstance, GiBOfAnInstance } = prices.assumed;
const transfer = JSON.parse(read("benchmarks/results/transfer.json")) as {
  readonly table: readonly { readonly visit: string; readonly bytes: number }[];
};
const document = read("docs/cost.md");
const sizes = [2, 4, 8];

function cellsOf(row: string): string[] {
  const line = document.split("\n").find((found) => found.startsWith(`| ${row} |`)) ?? expect.fail(`no row ${row}`);
  return line
    .split("|")
    .slice(2, -1)
    .map((cell) => cell.trim());
}

const numbersOf = (row: string): number[] => cellsOf(row).map(Number);
const triplesOf = (row: string): number[][] => cellsOf(row).map((cell) => cell.split("/").map(Number));
const bytesOf = (visit: string): number => transfer.table.find((one) => one.visit === visit)!.bytes;
const pay = ({ price, per }: Price, count: number): number => (price * count) / per;

function payForFirestore([reads = 0, writes = 0, deletes = 0]: readonly number[]): number {
  const { firestore } = prices;
  return pay(firestore.reads, reads) + pay(firestore.writes, writes) + pay(firestore.deletes, deletes);
}

function payForFunctions(requests: number, seconds: number): number {
  const { functions } = prices;
  const instance =
    pay(functions.vCPUSeconds, seconds * vCPUOfAnInstance!) + pay(functions.GiBSeconds, seconds * GiBOfAnInstance!);
  return pay(functions.requests, requests) + instance;
}

const dollars = (amount: number): string => amount.toFixed(5);

describe("docs/cost.md", () => {
  const sums = sizes.map((_, size) => {
    const rows = ["creating the room", "joining", "an hour of leases", "leaving", "the sweep"];
    return [0, 1, 2].map((kind) => rows.reduce((sum, row) => sum + triplesOf(row)[size]![kind]!, 0));
  });
  const requests = numbersOf("requests of functions");
  const firestore = sums.map(payForFirestore);
  const functions = requests.map((count) => payForFunctions(count, count * secondsOfARequest!));
  const hosting = (visit: string) => sizes.map((people) => pay(prices.hosting.bytes, people * bytesOf(visit)));
  const inAll = (visit: string) => firestore.map((cost, size) => cost + functions[size]! + hosting(visit)[size]!);

  it("adds up the reads, writes and deletes of an hour", () => {
    expect(triplesOf("**in all**")).to.deep.equal(sums);
    for (const [kind, name] of ["reads", "writes", "deletes"].entries()) {
      expect(numbersOf(name)).to.deep.equal(sums.map((sum) => sum[kind]));
    }
  });

  it("multiplies requests and visits", () => {
    expect(numbersOf("vCPU-seconds")).to.deep.equal(requests.map((n) => n * secondsOfARequest! * vCPUOfAnInstance!));
    expect(numbersOf("GiB-seconds")).to.deep.equal(requests.map((n) => n * secondsOfARequest! * GiBOfAnInstance!));
    for (const visit of ["first", "later"]) {
      const kilobytes = sizes.map((people) => Math.round((people * bytesOf(visit)) / 1_000));
      expect(numbersOf(`kB from Hosting, ${visit} visits`)).to.deep.equal(kilobytes);
    }
    expect(document).to.include(`${Math.round(bytesOf("first") / 1_000)} kB at the first visit`);
    expect(document).to.include(`${Math.round(bytesOf("later") / 1_000)} kB at a later one`);
  });

  it("multiplies by the prices", () => {
    expect(cellsOf("dollars for Firestore")).to.deep.equal(firestore.map(dollars));
    expect(cellsOf("dollars for functions")).to.deep.equal(functions.map(dollars));
    for (const visit of ["first", "later"]) {
      expect(cellsOf(`dollars for Hosting, ${visit} visits`)).to.deep.equal(hosting(visit).map(dollars));
      expect(cellsOf(`**dollars in all, ${visit} visits**`)).to.deep.equal(inAll(visit).map(dollars));
    }
  });

  it("says what four people cost, and how many hours are free", () => {
    const [, first] = inAll("first");
    const [, later] = inAll("later");
    expect(document)
      .to.include(`costs $${dollars(first!)} when`)
      .and.to.include(`$${dollars(later!)} later`);
    const hundreds = Math.round(1 / first! / 100) * 100;
    expect(document).to.include(`${hundreds.toLocaleString("en")} such hours for a dollar`);
    const { reads, writes, deletes } = prices.firestore;
    const ofFirestore = [reads, writes, deletes].map(({ freePerDay }, kind) => freePerDay! / sums[1]![kind]!);
    const ofHosting = 360_000_000 / (4 * bytesOf("first"));
    const free = Math.floor(Math.min(...ofFirestore, ofHosting));
    expect(document.replaceAll("\n", " ")).to.include(`enough for ${free} of them`);
  });

  it("multiplies what a schedule starts", () => {
    const [sweeps, checks] = [1_460, 730];
    const sweep = numbersOf("a sweep");
    const check = numbersOf("a self-check");
    const ofSweep = payForFirestore(sweep) + payForFunctions(sweep[3]!, secondsOfASweep!);
    const seconds = secondsOfASelfCheck! + (check[3]! - 1) * secondsOfARequest!;
    const ofCheck = payForFirestore(check) + payForFunctions(check[3]!, seconds);
    const text = document.replaceAll(/\n\s*/g, " ");
    expect(text).to.include(`1,460 times a month, $${(sweeps * ofSweep).toFixed(2)},`);
    expect(text).to.include(`730 times a month: $${(checks * ofCheck).toFixed(2)},`);
  });

  it("names the day of its prices", () => {
    const day = new Date(prices.copiedOn).toLocaleDateString("en-GB", {
      day: "numeric",
      month: "long",
      year: "numeric",
    });
    expect(document.replaceAll("\n", " ")).to.include(day);
  });
});
