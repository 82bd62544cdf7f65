import type { Check } from "../../check.ts";
import { ok } from "../../finding.ts";
import { SignedOut } from "../../sign-in.ts";

export const signInCheck: Check = {
  id: "sign-in",
  what: "Signed in",
  async run(doctor) {
    try {
      return ok(`as ${(await doctor.readLogin()).who}`);
    } catch (error) {
      if (!(error instanceof SignedOut)) throw error;
      return {
        mark: "failed",
        code: "signed-out",
        says: "not to Google",
        cause: error.message,
        cure: "npx firebase login (on a machine without a browser: set GOOGLE_APPLICATION_CREDENTIALS)",
      };
    }
  },
};
