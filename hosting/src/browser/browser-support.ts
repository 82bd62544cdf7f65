// Which features this page needs of a browser, and which browser's wording to use where they
// differ.

export function isSupportedBrowser(scope: typeof globalThis = globalThis): boolean {
  return (
    scope.isSecureContext &&
    typeof scope.RTCPeerConnection === "function" &&
    typeof scope.crypto?.randomUUID === "function" &&
    scope.crypto.subtle !== undefined
  );
}

export type BrowserFamily = "chromium" | "firefox" | "safari" | "mobile";

/** For explanations only: nothing else may depend on it. */
export function browserFamilyOf(userAgent: string): BrowserFamily {
  if (/Android|iPhone|iPad|Mobile/.test(userAgent)) return "mobile";
  if (/Firefox\//.test(userAgent)) return "firefox";
  return /Safari\//.test(userAgent) && !/Chrom(e|ium)\//.test(userAgent) ? "safari" : "chromium";
}
