// How many seeds a property test tries: a representative number in every run, many more with
// LONG_TESTS=1.
export function seedsFor(count: { usual: number; long: number }): number {
  return process.env["LONG_TESTS"] === "1" ? count.long : count.usual;
}
