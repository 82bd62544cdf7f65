// Gives App Check tokens for work: first the challenge, then the token.
import { limits } from "@meetogram/contract";
import { Router } from "express";
import { ApiError } from "../api-error.ts";
import db from "../firebase/firebase.ts";
import { createEndpoint } from "../http/endpoint.ts";
import { appCheckBits, appCheckID } from "../parameters.ts";
import { checkAnswer, createChallenge } from "./challenge.ts";
import { createDifficulty } from "./difficulty.ts";
import { createSpent } from "./spent.ts";

const difficultyOf = createDifficulty();
const spent = createSpent();

function readAppID(): string {
  const appID = appCheckID();
  if (appID === "") throw new ApiError("app-check-off", "App Check is off here: requests need no token.");
  return appID;
}

const challenge = createEndpoint("appCheckChallenge", async (_request, { caller }) => {
  readAppID();
  const key = await db.appCheck.getKey();
  const bits = difficultyOf(caller, appCheckBits());
  return {
    challenge: createChallenge(bits, { key, caller, nowMs: Date.now() }),
    bits,
    ttlMs: limits.challengeTtlMs,
  };
});

const token = createEndpoint("appCheckToken", async (request, { caller }) => {
  const appID = readAppID();
  const key = await db.appCheck.getKey();
  const nowMs = Date.now();
  const { endsAtMs } = checkAnswer(request, { key, caller, nowMs });
  if (!spent.spend(request.challenge, endsAtMs, nowMs)) {
    throw new ApiError("challenge-expired", "challenge: has given a token already; ask for another.");
  }
  return db.appCheck.createToken(appID);
});

export const router = Router().use(challenge, token);
