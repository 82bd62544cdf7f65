// Whether a link without a key is a whole one: some rooms have none.

/** False where nobody knows. The lobby then finds out, and says what is wrong. */
export async function asksForKey(uuid: string): Promise<boolean> {
  try {
    const { createApi } = await import("../api/client.ts");
    return (await createApi().room({ uuid })).hasLinkProof;
  } catch {
    return false;
  }
}
