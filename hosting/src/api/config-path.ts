// Where the Firebase project of this site is told.

export function isLocalHostname(hostname: string): boolean {
  return (
    hostname === "127.0.0.1" || hostname === "[::1]" || hostname === "localhost" || hostname.endsWith(".localhost")
  );
}

/** Hosting answers with its own project, a local run with its emulators. */
export function configPath(hostname: string): string {
  return isLocalHostname(hostname) ? "/config.json" : "/__/firebase/init.json";
}
