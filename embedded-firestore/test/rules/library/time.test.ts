import { expectError, expectEval } from "../expect.ts";

// request.time is 2024-02-29T12:30:45.678901Z, a Thursday.
describe("timestamps and durations", () => {
  for (const expression of [
    "request.time.year() == 2024",
    "request.time.month() == 2",
    "request.time.day() == 29",
    "request.time.dayOfWeek() == 4",
    "request.time.dayOfYear() == 60",
    "request.time.hours() == 12",
    "request.time.minutes() == 30",
    "request.time.seconds() == 45",
    "request.time.nanos() == 678901000",
    "request.time.toMillis() == 1709209845678",
    "request.time.date() == timestamp.date(2024, 2, 29)",
    "request.time.time() == duration.time(12, 30, 45, 678901000)",
    "timestamp.date(1984, 1, 2) == timestamp.value(441849600000)",
    "timestamp.value(-1).nanos() == 999000000",
    "timestamp.value(-1).toMillis() == -1",
    "timestamp.date(2023, 12, 31).dayOfWeek() == 7",
    "request.time + duration.value(1, 'd') > request.time",
    "duration.value(1, 'h') + request.time == request.time + duration.value(60, 'm')",
    "request.time - duration.value(1, 'ms') < request.time",
    "request.time - request.time == duration.value(0, 's')",
    "timestamp.value(5000) - timestamp.value(2000) == duration.value(3, 's')",
    "duration.value(1, 'w') == duration.value(7, 'd')",
    "duration.value(1, 's') == duration.value(1000, 'ms')",
    "duration.value(1, 'ms') == duration.value(1000000, 'ns')",
    "duration.value(90, 'm').seconds() == 5400",
    "duration.time(0, 0, 1, 5).nanos() == 5",
    "duration.abs(duration.value(-20, 'm')) == duration.value(20, 'm')",
    "duration.value(-1500, 'ms').seconds() == -1",
    "duration.value(-1500, 'ms').nanos() == -500000000",
    "duration.value(1, 'm') - duration.value(1, 's') == duration.value(59, 's')",
    "timestamp.date(2024, 2, 29) < request.time",
  ]) {
    it(expression, () => expectEval(expression));
  }
  for (const expression of [
    "duration.value(1, 'y')",
    "duration.value(1.0, 's')",
    "timestamp.date(2023, 2, 29)",
    "timestamp.date(2024, 13, 1)",
    "timestamp.value('0')",
    "timestamp.value(9223372036854775807)",
    "request.time + request.time",
    "duration.value(1, 's') - request.time",
    "request.time + 1",
    "request.time * 2",
    "request.time < 1",
    "request.time + duration.value(9223372036854775807, 's')",
  ]) {
    it(`${expression} is an error`, () => expectError(expression));
  }
});
