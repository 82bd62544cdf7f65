// All routes below /room/{uuid}. They share one function, and so its instances and its rewrite.
import { Router } from "express";
import { router as burn } from "./burn.ts";
import { router as handOver } from "./hand-over.ts";
import { router as iceServers } from "./ice-servers.ts";
import { router as offerMove } from "./offer-move.ts";
import { router as remove } from "./remove.ts";
import { router as room } from "./room.ts";
import { router as stored } from "./stored.ts";
import { router as takeMove } from "./take-move.ts";

export const router = Router().use(room, stored, iceServers, remove, handOver, burn, offerMove, takeMove);
