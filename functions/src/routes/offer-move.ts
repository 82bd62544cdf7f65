// Keeps what another device of the same person needs to take this seat over.
import { limits } from "@meetogram/contract";
import db from "../firebase/firebase.ts";
import { createEndpoint } from "../http/endpoint.ts";

export const router = createEndpoint("offerMove", async (request) => {
  const nowMs = Date.now();
  await db.moves.offer(request, nowMs);
  return { expiresAt: new Date(nowMs + limits.moveTtlMs).toISOString() };
});
