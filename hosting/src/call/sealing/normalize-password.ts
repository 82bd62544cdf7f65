// Keyboards write "é" as one code point or as two. NFKC makes them equal, so that everybody who
// types the same password derives the same keys. The server does the same.
export function normalizePassword(password: string): string {
  return password.normalize("NFKC");
}
