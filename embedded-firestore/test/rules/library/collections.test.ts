import { expectError, expectEval } from "../expect.ts";

const PERSON = "{'name': 'a', 'age': 1, 'inner': {'deep': {'x': 5}}}";
const DIFF = "{'a': 1, 'b': 2, 'c': 3}.diff({'b': 2, 'c': 4, 'd': 5})";

describe("lists", () => {
  for (const expression of [
    "['a', 'b'].hasAll(['b'])",
    "['a', 'b'].hasAll([])",
    "!['a'].hasAll(['a', 'b'])",
    "['a', 'b'].hasAny(['c', 'a'])",
    "!['a'].hasAny([])",
    "['a', 'a'].hasOnly(['a', 'b'])",
    "!['a', 'c'].hasOnly(['a', 'b'])",
    "[].hasOnly(['a'])",
    "['a'].hasAll(['a'].toSet())",
    "[1].concat([2]) == [1, 2]",
    "['a', 'b', 'c'].join('-') == 'a-b-c'",
    "[1, true, 'x'].join(',') == '1,true,x'",
    "[].join(',') == ''",
    "[1, 2, 1].removeAll([1]) == [2]",
    "[1, 1, 2].toSet().size() == 2",
    "[1, 2].size() == 2",
    "[[1], [1]].toSet().size() == 1",
  ]) {
    it(expression, () => expectEval(expression));
  }
  for (const expression of [
    "[1].hasAll(1)",
    "[1].concat(2)",
    "['a'].join(1)",
    "[{}].join(',')",
    "[1].removeAll(null)",
  ]) {
    it(`${expression} is an error`, () => expectError(expression));
  }
});

describe("sets", () => {
  for (const expression of [
    "['a', 'b'].toSet().difference(['a', 'c'].toSet()) == ['b'].toSet()",
    "['a', 'b'].toSet().intersection(['a', 'c'].toSet()) == ['a'].toSet()",
    "['a'].toSet().union(['b'].toSet()) == ['b', 'a'].toSet()",
    "['a', 'b'].toSet().hasAll(['a'])",
    "['a', 'b'].toSet().hasAny(['a', 'z'].toSet())",
    "['a', 'b'].toSet().hasOnly(['a', 'b', 'c'])",
    "!['a', 'b'].toSet().hasOnly(['a'])",
    "[].toSet().size() == 0",
    "[1].toSet() != [1.0].toSet()",
    "[1].toSet() != [1]",
  ]) {
    it(expression, () => expectEval(expression));
  }
});

describe("maps", () => {
  for (const expression of [
    `${PERSON}.size() == 3`,
    `${PERSON}.keys() == ['name', 'age', 'inner']`,
    `${PERSON}.keys().hasOnly(['name', 'age', 'inner', 'more'])`,
    `${PERSON}.values()[1] == 1`,
    `${PERSON}.get('name', 'x') == 'a'`,
    `${PERSON}.get('none', 'x') == 'x'`,
    `${PERSON}.get(['inner', 'deep', 'x'], 0) == 5`,
    `${PERSON}.get(['inner', 'none', 'x'], 0) == 0`,
    `${PERSON}.get(['name', 'x'], null) == null`,
    `${DIFF}.addedKeys() == ['a'].toSet()`,
    `${DIFF}.removedKeys() == ['d'].toSet()`,
    `${DIFF}.changedKeys() == ['c'].toSet()`,
    `${DIFF}.unchangedKeys() == ['b'].toSet()`,
    `${DIFF}.affectedKeys() == ['a', 'c', 'd'].toSet()`,
    `${DIFF}.affectedKeys().hasOnly(['a', 'c', 'd'])`,
    `!${DIFF}.affectedKeys().hasOnly(['a', 'c'])`,
    "{}.diff({}).affectedKeys().size() == 0",
    "{'a': {'b': 1}}.diff({'a': {'b': 1}}).affectedKeys().size() == 0",
    "{'a': 1}.diff({'a': 1.0}).affectedKeys().size() == 0",
    "{'a': 1}.diff({'a': 1.0}).unchangedKeys() == ['a'].toSet()",
    "{'a': [1]}.diff({'a': [1.0]}).changedKeys() == ['a'].toSet()",
    "{'a': 1}.diff({'a': '1'}).changedKeys() == ['a'].toSet()",
  ]) {
    it(expression, () => expectEval(expression));
  }
  for (const expression of [
    "{}.get(1, 2)",
    "{}.get([], 2)",
    "{}.diff(null)",
    "{'a': 1, 'a': 2}",
    "{1: 2}",
    "{}.size",
  ]) {
    it(`${expression} is an error`, () => expectError(expression));
  }
});
