import { createCount } from "../count.ts";

/** "many" are millions. */
export const { count, formOf } = createCount<[one: string, other: string]>("es", { one: 0, many: 1, other: 1 });
