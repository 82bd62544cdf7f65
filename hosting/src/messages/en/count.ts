import { createCount } from "../count.ts";

export const { count, formOf } = createCount<[one: string, other: string]>("en", { one: 0, other: 1 });
