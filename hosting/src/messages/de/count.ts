import { createCount } from "../count.ts";

export const { count, formOf } = createCount<[one: string, other: string]>("de", { one: 0, other: 1 });
