// Seals a signal as a call does, and opens it again. What was changed on the way must not open.
import type { Signal } from "@meetogram/contract";
import { createSeal } from "../call/sealing/seal.ts";
import { find, type Finding } from "./finding.ts";

const sample: Signal = { seat: 1, connection: "4f5ae0b8-97a3-4d5a-8d0e-2b5d1a1a7a11", candidates: [] };
/** The places of two participants, who do not exist. */
const from = "one";
const to = "other";

/** Another character near the end: one of the authentication tag. */
function tamper(sealed: string): string {
  const at = sealed.length - 8;
  return `${sealed.slice(0, at)}${sealed[at] === "A" ? "B" : "A"}${sealed.slice(at + 1)}`;
}

export async function checkSealing(create: typeof createSeal = createSeal): Promise<Finding> {
  try {
    const key = crypto.getRandomValues(new Uint8Array(16));
    const seal = await create({ uuid: crypto.randomUUID(), key });
    const sealed = await seal.sealSignal(from, to, sample);
    const { content } = await seal.openSignal(from, to, sealed);
    if (JSON.stringify(content) !== JSON.stringify(sample)) return find("sealing", "failed", "changed");
    const didOpen = await seal.openSignal(from, to, tamper(sealed)).then(
      () => true,
      () => false,
    );
    return didOpen ? find("sealing", "failed", "open") : find("sealing", "ok", "ok");
  } catch {
    return find("sealing", "failed", "refused");
  }
}
