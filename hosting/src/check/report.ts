// The check as text for whoever helps. It says the same in every language.
import type { Figure, Finding } from "./finding.ts";
import { nameBrowser } from "./name-browser.ts";

export interface ReportFacts {
  readonly version: string;
  readonly language: string;
  readonly userAgent: string;
  readonly maxTouchPoints: number;
  readonly at: Date;
  readonly findings: readonly Finding[];
}

const say = (figure: Figure) => (typeof figure === "number" ? String(figure) : figure.join("+") || "none");

export function writeReport({ version, language, userAgent, maxTouchPoints, at, findings }: ReportFacts): string {
  const { browser, version: ofBrowser, system } = nameBrowser(userAgent, maxTouchPoints);
  const head = [
    `meetogram ${version}, check of ${at.toISOString().slice(0, 16)}Z, in "${language}"`,
    `${browser ?? "unknown browser"} ${ofBrowser || "?"} on ${system ?? "unknown system"}`,
  ];
  const body = findings.map(({ line, verdict, code, figures }) => {
    const said = Object.entries(figures).map(([name, figure]) => `${name}=${say(figure)}`);
    return `${verdict.padEnd(6)} ${line}: ${[code, ...said].join(" ")}`;
  });
  return [...head, ...body].join("\n");
}
