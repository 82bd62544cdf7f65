import { expectError, expectEval } from "../expect.ts";

describe("strings", () => {
  for (const expression of [
    "'ABC'.lower() == 'abc'",
    "'abc123'.upper() == 'ABC123'",
    "'  a b '.trim() == 'a b'",
    "'abc'.size() == 3",
    "'€'.size() == 1",
    "'😵'.size() == 2",
    "'€'.toUtf8().size() == 3",
    "'user@domain.com'.matches('.*@domain[.]com')",
    "!'banana'.matches('.*@domain[.]com')",
    "!'xab'.matches('ab')",
    "!'abx'.matches('ab')",
    "'ab'.matches('^ab$')",
    "'a.b'.matches('a\\\\.b')",
    "'a.b'.matches('a\\.b')",
    "!'axb'.matches('a\\.b')",
    "'5'.matches('\\d')",
    "'banana'.replace('a', 'o') == 'bonono'",
    "'banana'.replace('ana', 'ee') == 'beena'",
    "'foo@test.com'.replace('.', '-') == '------------'",
    "'ab'.replace('(a)', '$1') == '$1b'",
    "'foo.bar'.split('[.]') == ['foo', 'bar']",
    "'a/b/c'.split('/').size() == 3",
    "'abc'.split(',') == ['abc']",
    "string(true) == 'true'",
    "string(1) == '1'",
    "string(2.0) == '2.0'",
    "string(1e10) == '1.0E10'",
    "string(0.5) == '0.5'",
    "string(null) == 'null'",
    "int('2') == 2",
    "int('-2') == -2",
    "int(2.9) == 2",
    "int(-2.9) == -2",
    "float('2.5') == 2.5",
    "float(2) is float",
    "bool('true') && !bool('false')",
    "'\\u20ac' == '€'",
    "'\\x41\\n' == 'A\\n'",
    "\"it's\" == 'it\\'s'",
  ]) {
    it(expression, () => expectEval(expression));
  }

  for (const expression of [
    "'a'.matches('(')",
    "'a'.matches(1)",
    "'a'.split(null)",
    "1.size()",
    "null.size()",
    "int('a')",
    "int('')",
    "int('9223372036854775808')",
    "int(1e300)",
    "int(true)",
    "float('a')",
    "bool('yes')",
    "string(/a/b)",
    "string([1])",
    "string({})",
  ]) {
    it(`${expression} is an error`, () => expectError(expression));
  }
});
