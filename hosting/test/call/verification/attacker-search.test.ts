// Every way in which somebody between two groups can play, against the real code of every page. The
// attacker sits in both groups, relays media, and wins when both see the same code. Nonces have N
// values here and codes N; a commitment hides its nonce until the reveal. So the best chance of all
// plays is exactly 1/N when the protocol holds, and 1 when a commitment binds to nothing.
import type { VerificationMessage } from "@meetogram/contract";
import { expect } from "chai";
import { seedsFor } from "../../platform/seeds.ts";
import { hash, member, openPage, settle, type Page } from "./verifying-pages.ts";

type Move =
  | { readonly kind: "commit"; readonly group: number; readonly victim: number; readonly value: number }
  | { readonly kind: "reveal"; readonly group: number; readonly victim: number; readonly value: number }
  /** Passes on what an honest page said, in either group. */
  | {
      readonly kind: "forward";
      readonly group: number;
      readonly victim: number;
      readonly message: VerificationMessage;
    };

interface Play {
  /** The moves and, in order, the values that the honest nonces turned out to have. */
  readonly moves: readonly Move[];
  readonly draws: readonly number[];
}

interface Outcome {
  /** Whose nonces the attacker has seen. */
  readonly revealed: readonly string[];
  /** Null until every page has a code. */
  readonly codes: readonly number[] | null;
  /** Distinguishes situations in which the attacker has different ways on. */
  readonly state: string;
  /** For each page, what honest pages have said in its round. Other rounds mean nothing to it. */
  readonly heard: readonly (readonly VerificationMessage[])[][];
}

interface Game {
  /** How many values a nonce has, and a code. */
  readonly values: number;
  readonly groups: readonly (readonly string[])[];
  /**
   * Also tries reveals of what was not committed, and messages of others passed on. The smallest
   * game shows that these change nothing.
   */
  readonly isEveryMove: boolean;
  readonly hash: (text: string) => string;
}

/** Runs the real pages. An honest nonce is a name, and its value is drawn at the reveal. */
async function run({ values, groups, hash: hashed }: Game, { moves, draws }: Play): Promise<Outcome> {
  const texts = new Map<Page, string>();
  const heard: VerificationMessage[] = [];
  const revealed: string[] = [];
  const rounds = new Map<Page, string>();
  const log: string[] = [];
  const pages = groups.map((names) =>
    names.map((name): Page => {
      const page = openPage(member(name), {
        hash: hashed,
        createNonce: () => `nonce of ${name}`,
        stretch: (text) => (texts.set(page, text), new Uint8Array(4)),
      });
      return page;
    }),
  );
  const hear = (page: Page) => (message: VerificationMessage) => {
    rounds.set(page, message.round);
    if (!heard.some((known) => JSON.stringify(known) === JSON.stringify(message))) heard.push(message);
    log.push(`${page.self.participantID} ${message.type}`);
    if (message.type === "reveal" && !revealed.includes(message.nonce)) revealed.push(message.nonce);
    return true;
  };
  for (const [group, honest] of pages.entries())
    for (const page of honest) {
      page.others = [
        { ...member(`eve${group}`), connectionID: page.self.participantID, send: hear(page) },
        ...honest
          .filter((other) => other !== page)
          .map((other) => ({
            ...other.self,
            connectionID: `${page.self.participantID} ${other.self.participantID}`,
            send: (message: VerificationMessage) => {
              other.verification.handleMessage(page.self.participantID, message);
              return true;
            },
          })),
      ];
      page.verification.review();
    }
  await settle();
  for (const move of moves) {
    const page = pages[move.group]![move.victim]!;
    const eve = `eve${move.group}`;
    const round = rounds.get(page)!;
    const nonce = `value ${"value" in move ? move.value : ""}`;
    const commitment = hashed(`meetogram/commitment/1\n${round}\n${eve}\n${nonce}`);
    if (move.kind === "commit") page.verification.handleMessage(eve, { type: "commit", round, commitment });
    else if (move.kind === "reveal") page.verification.handleMessage(eve, { type: "reveal", round, nonce });
    else page.verification.handleMessage(eve, move.message);
    await settle();
  }
  const valueOf = (nonce: string) =>
    nonce.startsWith("value") ? Number(nonce.split(" ")[1]) : (draws[revealed.indexOf(nonce)] ?? 0);
  const codeOf = (text: string) => {
    const nonces = text
      .split("\n")
      .slice(2)
      .map((line) => line.slice(line.indexOf(" ") + 1));
    return nonces.reduce((sum, nonce) => sum + valueOf(nonce), 0) % values;
  };
  const everybody = pages.flat();
  const codes = everybody.every((page) => texts.has(page)) ? everybody.map((page) => codeOf(texts.get(page)!)) : null;
  const drawn = revealed.map((nonce, index) => `${nonce} ${draws[index]}`).toSorted();
  const awaited = everybody.map(({ verification }) => verification.awaited);
  const state = JSON.stringify([log.toSorted(), drawn, awaited, everybody.map((page) => texts.get(page) ?? "")]);
  return {
    revealed,
    codes,
    state,
    heard: pages.map((honest) => honest.map((page) => heard.filter(({ round }) => round === rounds.get(page)))),
  };
}

function listMoves({ values, groups, isEveryMove }: Game, { moves }: Play, { heard }: Outcome): Move[] {
  return groups.flatMap((names, group) =>
    names.flatMap((_, victim): Move[] => {
      const own = moves.filter((move) => move.group === group && move.victim === victim);
      const committed = own.find((move) => move.kind === "commit");
      const open = (kind: "commit" | "reveal") =>
        Array.from({ length: values }, (__, value): Move => ({ kind, group, victim, value }));
      if (!isEveryMove) {
        if (own.length > 1) return [];
        return committed === undefined ? open("commit") : [{ ...committed, kind: "reveal" }];
      }
      const forwards = heard[group]![victim]!.map((message): Move => ({ kind: "forward", group, victim, message }));
      const isDone = own.filter(({ kind }) => kind === "reveal").length > 1;
      return isDone ? [] : [...forwards, ...open(committed === undefined ? "commit" : "reveal")];
    }),
  );
}

/** What each page may hold a commitment to: which of them, only the page knows. */
function describeCommitted({ moves }: Play): string {
  const committed = moves.filter(({ kind }) => kind !== "reveal");
  return JSON.stringify(committed.toSorted((one, other) => one.group - other.group || one.victim - other.victim));
}

/** The chance with the best play, over all values of the nonces that are still hidden. */
async function search(game: Game): Promise<{ chance: number; situations: number }> {
  const known = new Map<string, number>();

  async function look(play: Play, given?: Outcome): Promise<number> {
    const outcome = given ?? (await run(game, play));
    if (outcome.revealed.length > play.draws.length) {
      let sum = 0;
      for (let value = 0; value < game.values; value += 1)
        sum += await look({ ...play, draws: [...play.draws, value] });
      return sum / game.values;
    }
    if (outcome.codes !== null) return new Set(outcome.codes).size === 1 ? 1 : 0;
    const key = `${outcome.state} ${describeCommitted(play)}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, 0);
    let best = 0;
    for (const move of listMoves(game, play, outcome)) {
      const moved = { ...play, moves: [...play.moves, move] };
      const next = await run(game, moved);
      if (move.kind !== "commit" && next.state === outcome.state) continue;
      best = Math.max(best, await look(moved, next));
      if (best === 1) break;
    }
    known.set(key, best);
    return best;
  }

  return { chance: await look({ moves: [], draws: [] }), situations: known.size };
}

const games = {
  "2 people": { values: 3, groups: [["ann"], ["ben"]], isEveryMove: true },
  "3 people": { values: 2, groups: [["ann"], ["ben", "cat"]], isEveryMove: false },
  "4 people": {
    values: 2,
    groups: [
      ["ann", "dan"],
      ["ben", "cat"],
    ],
    isEveryMove: false,
  },
};

describe("somebody between people who compare their codes", function () {
  for (const [who, game] of Object.entries(games).slice(0, seedsFor({ usual: 1, long: 3 })))
    it(`hits the same code among ${who} with one blind guess and no better`, async () => {
      const { chance, situations } = await search({ ...game, hash });
      expect(chance).to.be.closeTo(1 / game.values, 1e-9);
      expect(situations).to.be.above(5);
    });

  it("always hits it when commitments bind to nothing: the search sees attacks", async () => {
    const unbound = (text: string) => (text.startsWith("meetogram/commitment") ? "same" : hash(text));
    expect((await search({ ...games["2 people"], hash: unbound })).chance).to.equal(1);
  });
});
