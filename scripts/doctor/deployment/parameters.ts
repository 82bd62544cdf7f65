// The parameters of the functions for this project, with the defaults of functions/src.
import type { Doctor } from "../doctor.ts";
import { NotKnown } from "../finding.ts";
import { readParameters } from "../tree.ts";

export interface Parameters {
  readonly region: string;
  readonly trustedProxies: readonly string[];
  readonly appCheckApp: string;
  readonly stunUrls: readonly string[];
  readonly turnUrls: readonly string[];
  readonly turnSecret: string;
  /** As they are written. */
  readonly written: Readonly<Record<string, string>>;
}

const splitList = (text = ""): string[] => text.split(/[\s,]+/).filter((entry) => entry !== "");

/** Throws NotKnown if the files cannot be read. */
export function parametersOf(doctor: Doctor): Promise<Parameters> {
  return doctor.once("parameters", async () => {
    let written: Record<string, string>;
    try {
      written = readParameters(doctor.tree.root, doctor.project, doctor.alias);
    } catch (error) {
      const cure = "Mend the file: each line is NAME=value. docs/deploy.md lists the names.";
      throw new NotKnown("parameters-unreadable", (error as Error).message, cure);
    }
    return {
      region: written["REGION"] || "europe-west1",
      trustedProxies: splitList(written["TRUSTED_PROXIES"]),
      appCheckApp: (written["APP_CHECK_APP_ID"] ?? "").trim(),
      stunUrls: splitList(written["STUN_URLS"]),
      turnUrls: splitList(written["TURN_URLS"]),
      turnSecret: written["TURN_SECRET"] ?? "",
      written,
    };
  });
}
