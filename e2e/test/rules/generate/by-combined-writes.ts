// A forbidden write together with allowed ones, in batches and transactions. One denial refuses
// them all.
import type { Attack } from "../attack.ts";
import { identities, type Caller } from "../callers.ts";
import type { Request, Write } from "../requests.ts";
import { allowedIn, type Self } from "../table/self.ts";
import { documentActs, writeActs, type Act } from "./acts.ts";

const caller: Caller = "an active guest";
const scene = "an open room";
const legal = writeActs.filter(isLegal);
/** Once a signal is replaced in the same batch, a change of its payload is part of a new signal. */
const beside = legal.filter(({ does }) => !does.includes("unread signal"));
const illegal = [...writeActs, ...documentActs.filter(isWriting)].filter((act) => !isLegal(act));

export function byCombinedWrites(): Attack[] {
  const first = legal[0];
  if (first === undefined) return [];
  return [
    combine("make all their allowed writes in one batch", "batch", legal),
    combine("make all their allowed writes in one transaction", "transaction", legal),
    ...illegal.flatMap((wrong, index) => {
      const right = beside[index % beside.length] ?? first;
      return [
        combine(`${right.does} and ${wrong.does}`, "batch", [right, wrong], wrong),
        combine(`${wrong.does} and then ${first.does}`, "batch", [wrong, first], wrong),
        combine(`${first.does} and ${wrong.does} in a transaction`, "transaction", [first, wrong], wrong),
      ];
    }),
  ];
}

function combine(does: string, as: "batch" | "transaction", acts: readonly Act[], wrong?: Act): Attack {
  const request = (self: Self): Request => ({ do: as, writes: acts.map((act) => act.request(self) as Write) });
  const attack = { kind: "combined writes", scene, caller, identity: identities[caller], does, request } as const;
  return wrong ? { ...attack, because: wrong.because } : attack;
}

function isLegal({ may }: Act): boolean {
  return allowedIn(may, scene).includes(caller);
}

function isWriting({ does }: Act): boolean {
  return !does.startsWith("read");
}
