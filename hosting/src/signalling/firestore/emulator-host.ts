// Browsers open six connections per host, and each tab keeps two to Firestore. On a plain loopback
// address the third tab would wait for ever. Chromium and Firefox resolve every *.localhost name to
// loopback, so there each tab gets a host of its own. Safari asks the system, which knows no such
// names.

export function emulatorHost(host: string, userAgent: string, random: () => number = Math.random): string {
  const isLoopback = host === "127.0.0.1" || host === "localhost";
  if (!isLoopback || !/(Chrome|Chromium|Firefox)\//.test(userAgent)) return host;
  return `t${Math.floor(random() * 1e9).toString(36)}.localhost`;
}
