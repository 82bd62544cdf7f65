// What this browser is, what a call needs of it, and what it can do besides.
import { find, type Finding, type Word } from "./finding.ts";
import { nameBrowser } from "./name-browser.ts";

type Scope = typeof globalThis;

export function hasWebRtc(scope: Scope = globalThis): boolean {
  return typeof scope.RTCPeerConnection === "function";
}

export function checkBrowser(scope: Scope = globalThis): Finding {
  const missing: Word[] = [];
  if (!scope.isSecureContext) missing.push("https");
  if (!hasWebRtc(scope)) missing.push("WebRTC");
  if (scope.crypto?.subtle === undefined || typeof scope.crypto.randomUUID !== "function") missing.push("Web Crypto");
  const { browser, version, system } = nameBrowser(scope.navigator.userAgent, scope.navigator.maxTouchPoints);
  const figures = { browser: browser === null ? [] : [browser], version, system: system === null ? [] : [system] };
  // The first of them is the cause of the others.
  if (missing.includes("https")) return find("browser", "failed", "insecure", figures);
  if (missing.length > 0) return find("browser", "failed", "missing", { ...figures, missing });
  return browser === null || version === 0
    ? find("browser", "look", "unnamed", figures)
    : find("browser", "ok", "ok", figures);
}

/** Asks for nothing: it only looks whether the browser has them. */
const optional: readonly (readonly [Word, (scope: Scope) => boolean])[] = [
  ["Clipboard", ({ navigator }) => typeof navigator.clipboard?.writeText === "function"],
  ["Full screen", ({ document }) => document.fullscreenEnabled],
  ["Notifications", ({ Notification }) => typeof Notification === "function"],
  ["Picture-in-Picture", ({ document }) => document.pictureInPictureEnabled],
  ["Private file system", ({ navigator }) => typeof navigator.storage?.getDirectory === "function"],
  ["Recording", ({ MediaRecorder }) => typeof MediaRecorder === "function"],
  ["Screen sharing", ({ navigator }) => typeof navigator.mediaDevices?.getDisplayMedia === "function"],
  ["Speaker choice", ({ HTMLMediaElement }) => "setSinkId" in HTMLMediaElement.prototype],
  ["Wake lock", ({ navigator }) => "wakeLock" in navigator],
  ["Web Locks", ({ navigator }) => navigator.locks !== undefined],
];

function has(scope: Scope, test: (scope: Scope) => boolean): boolean {
  try {
    return test(scope);
  } catch {
    return false;
  }
}

export function checkFeatures(scope: Scope = globalThis): Finding {
  const present = optional.filter(([, test]) => has(scope, test)).map(([word]) => word);
  const missing = optional.filter(([, test]) => !has(scope, test)).map(([word]) => word);
  return missing.length === 0
    ? find("features", "ok", "ok", { present })
    : find("features", "look", "missing", { missing, present });
}

const key = "check";

/** Whether the page may keep anything. Private windows and strict settings refuse it. */
export function checkStorage(open: () => Storage = () => localStorage): Finding {
  try {
    const storage = open();
    storage.setItem(key, "1");
    const isKept = storage.getItem(key) === "1";
    storage.removeItem(key);
    return isKept ? find("storage", "ok", "ok") : find("storage", "look", "refused");
  } catch {
    return find("storage", "look", "refused");
  }
}
