// A secret of this visit for a purpose, such as marking own messages. It comes from the tab's
// signing key, so that a reload and another tab that takes over have the same one.

export async function deriveSecret(purpose: string, signingKey: JsonWebKey | null): Promise<CryptoKey> {
  // Without a key there is nothing to come back to.
  const own = signingKey?.d ?? crypto.randomUUID();
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${purpose}\n${own}`));
  return crypto.subtle.importKey("raw", digest, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
}
