/** True in `npm run test:long`, which runs all cases. The usual run takes a part of some. */
export const isLongRun = process.env["LONG_TESTS"] === "1";
