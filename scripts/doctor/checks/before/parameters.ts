// functions/.env and .env.{project}, as the Firebase CLI will read them.
import type { Check } from "../../check.ts";
import { parametersOf, type Parameters } from "../../deployment/parameters.ts";
import { NotKnown, ok } from "../../finding.ts";

const numbers = ["MAX_INSTANCES", "UNENTERED_ROOM_MINUTES", "EMPTY_ROOM_MINUTES", "APP_CHECK_BITS"];

/** What is wrong, without any value: one of them is a secret. */
function findFault({ written, turnUrls, turnSecret }: Parameters): string | undefined {
  const wrong = numbers.find((name) => (written[name] ?? "") !== "" && !/^[1-9]\d*$/.test(written[name]!));
  if (wrong !== undefined) return `${wrong} is not a whole number above 0`;
  if (turnUrls.length > 0 && turnSecret === "") return "TURN_URLS is set, and TURN_SECRET is not";
  if (turnUrls.length === 0 && turnSecret !== "") return "TURN_SECRET is set, and TURN_URLS is not";
  return undefined;
}

export const parametersCheck: Check = {
  id: "parameters",
  what: "Parameters",
  async run(doctor) {
    const parameters = await parametersOf(doctor).catch((error: unknown) => {
      if (error instanceof NotKnown) return error;
      throw error;
    });
    if (parameters instanceof NotKnown) {
      const { code, message, cure } = parameters;
      return { mark: "failed", code, says: message, cause: "The Firebase CLI will not deploy with it.", cure };
    }
    const fault = findFault(parameters);
    if (fault === undefined) return ok("functions/.env and what replaces it can be read");
    return {
      mark: "failed",
      code: "parameter-wrong",
      says: fault,
      cause: "The functions would run without it, or with the default.",
      cure: `Mend functions/.env.${doctor.project}: docs/deploy.md lists the parameters.`,
    };
  },
};
