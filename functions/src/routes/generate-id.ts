// A new user ID. Nothing is stored until its holder connects.
import { v4 } from "uuid";
import { createEndpoint } from "../http/endpoint.ts";

export const router = createEndpoint("generateID", async () => ({ userID: v4() }));
