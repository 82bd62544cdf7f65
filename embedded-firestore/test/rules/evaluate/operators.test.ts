import { expectError, expectEval, expectFalse } from "../expect.ts";

function each(expressions: readonly string[], expectIt: (expression: string) => void): void {
  for (const expression of expressions) it(expression, () => expectIt(expression));
}

describe("operators", () => {
  describe("have this precedence", () => {
    each(
      [
        "1 + 2 * 3 == 7",
        "(1 + 2) * 3 == 9",
        "7 - 2 - 1 == 4",
        "8 / 2 / 2 == 2",
        "7 % 4 + 1 == 4",
        "-2 * 3 == -6",
        "!false && true",
        "true || false && false",
        "1 < 2 == true",
        "'a' in ['a'] == true",
        "1 + 1 in [2]",
        "1 is int == true",
        "false ? false : true ? true : false",
        "true == !false",
        "- - 1 == 1",
        "1 - -1 == 2",
        "[1, 2][0] + 1 == 2",
        "1 < 2 && 2 < 3 || false",
        "2 > 1 in [true]",
      ],
      (expression) => expectEval(expression),
    );
  });

  describe("equality", () => {
    each(
      [
        "1 == 1.0",
        "1.0 == 1",
        "1 != 1.5",
        "9007199254740993 != 9007199254740992.0",
        "'1' != 1",
        "null == null",
        "null != false",
        "true != 1",
        "[1, 'a'] == [1, 'a']",
        "[1] != [1.0]",
        "{'a': 1} != {'a': 1.0}",
        "{'a': 1, 'b': [2]} == {'b': [2], 'a': 1}",
        "[1, 2] != [2, 1]",
        "[2, 1].toSet() == [1, 2].toSet()",
        "[] != {}",
        "/a/b == path('a/b')",
        "/a/b != '/a/b'",
        "b'a' == 'a'.toUtf8()",
        "duration.value(60, 's') == duration.value(1, 'm')",
        "latlng.value(1, 2) == latlng.value(1.0, 2.0)",
        "0.0 == -0.0",
        "math.sqrt(-1) != math.sqrt(-1)",
      ],
      (expression) => expectEval(expression),
    );
  });

  describe("order", () => {
    each(
      [
        "1 < 2",
        "1 <= 1.0",
        "2.5 > 2",
        "'a' < 'b'",
        "'B' < 'a'",
        "'' < 'a'",
        "'a' <= 'a'",
        "duration.value(1, 's') < duration.value(1, 'm')",
        "timestamp.value(1) < timestamp.value(2)",
        "9007199254740993 > 9007199254740992.0",
      ],
      (expression) => expectEval(expression),
    );
    each(
      ["1 < 'a'", "'a' < 1", "null < 1", "true < false", "[1] < [2]", "{} < {}", "1 < null", "/a/b < /a/c"],
      (expression) => expectError(expression, {}, /cannot compare/),
    );
    it("is false for NaN", () => {
      expectFalse("math.sqrt(-1) < 1");
      expectFalse("math.sqrt(-1) >= 1");
    });
  });

  describe("arithmetic", () => {
    each(
      [
        "7 / 2 == 3",
        "-7 / 2 == -3",
        "-7 % 3 == -1",
        "7 / 2.0 == 3.5",
        "1 + 0.5 == 1.5",
        "1 + 1 is int",
        "1 + 1.0 is float",
        "5.5 % 2.0 == 1.5",
        "'a' + 'b' == 'ab'",
        "9223372036854775807 - 1 == 9223372036854775806",
        "-9223372036854775808 + 1 < 0",
        "math.isInfinite(1 / 0.0)",
      ],
      (expression) => expectEval(expression),
    );
    each(
      [
        "1 / 0",
        "1 % 0",
        "9223372036854775807 + 1",
        "-9223372036854775808 - 1",
        "9223372036854775807 * 2",
        "-(-9223372036854775808)",
        "-9223372036854775808 / -1",
        "'a' + 1",
        "1 + 'a'",
        "'a' - 'b'",
        "'a' * 2",
        "null + 1",
        "[1] + [2]",
        "{} + {}",
        "true + true",
        "-'a'",
        "!1",
        "!null",
      ],
      (expression) => expectError(expression),
    );
  });

  describe("in", () => {
    each(
      [
        "1 in [1, 2]",
        "'a' in {'a': null}",
        "'a' in ['a'].toSet()",
        "null in [null]",
        "[1] in [[1]]",
        "!(3 in [1, 2])",
        "!('b' in {'a': 1})",
      ],
      (expression) => expectEval(expression),
    );
    each(["'a' in 'abc'", "1 in {'a': 1}", "1 in 1", "'a' in null"], (expression) => expectError(expression));
  });

  describe("is", () => {
    each(
      [
        "true is bool",
        "1 is int",
        "1.0 is float",
        "1 is number",
        "1.5 is number",
        "'a' is string",
        "b'a' is bytes",
        "[] is list",
        "{} is map",
        "[].toSet() is set",
        "/a/b is path",
        "timestamp.value(0) is timestamp",
        "duration.value(0, 's') is duration",
        "latlng.value(0, 0) is latlng",
        "!(1 is float)",
        "!(1.0 is int)",
        "!(null is string)",
        "!('1' is number)",
        "!([] is map)",
        "!([].toSet() is list)",
      ],
      (expression) => expectEval(expression),
    );
    it("propagates an error", () => expectError("request.auth.uid is string"));
  });

  describe("index, range and member", () => {
    each(
      [
        "[1, 2][1] == 2",
        "'abc'[0] == 'a'",
        "'abc'[0:2] == 'ab'",
        "'abc'[1:1] == ''",
        "[1, 2, 3][1:3] == [2, 3]",
        "{'a': {'b': 1}}.a.b == 1",
        "{'a b': 1}['a b'] == 1",
        "/a/b[1] == 'b'",
        "{'size': 3}.size == 3",
        "{'size': 3}.size() == 1",
      ],
      (expression) => expectEval(expression),
    );
    each(
      [
        "[1][1]",
        "[1][-1]",
        "[1]['0']",
        "[1][0.0]",
        "'a'[1]",
        "'abc'[0:4]",
        "'abc'[2:1]",
        "{'a': 1}.b",
        "{'a': 1}['b']",
        "{'a': 1}[0]",
        "null.a",
        "1.5.a",
        "'a'.b",
        "/a/b[2]",
        "[1][0:2]",
      ],
      (expression) => expectError(expression),
    );
  });
});
