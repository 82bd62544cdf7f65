// Mocha's reporter for `npm test`. Sends the progress and the failed tests to the parent process,
// and prints only the failures. CommonJS, because Mocha loads reporters with require().
const Mocha = require("mocha");

const { EVENT_RUN_BEGIN, EVENT_RUN_END, EVENT_TEST_FAIL, EVENT_TEST_PASS, EVENT_TEST_PENDING } = Mocha.Runner.constants;

module.exports = class ProgressReporter extends Mocha.reporters.Base {
  constructor(runner, options) {
    super(runner, options);
    const failing = [];
    const sendProgress = (isOver = false) => {
      const { passes, pending } = this.stats;
      process.send?.({ total: runner.total, passed: passes, skipped: pending, failing, isOver });
    };
    runner.on(EVENT_RUN_BEGIN, () => sendProgress());
    runner.on(EVENT_TEST_PASS, () => sendProgress());
    runner.on(EVENT_TEST_PENDING, () => sendProgress());
    runner.on(EVENT_TEST_FAIL, (test) => {
      failing.push({ title: test.fullTitle(), file: test.file ?? test.parent?.file ?? null });
      sendProgress();
    });
    runner.once(EVENT_RUN_END, () => {
      sendProgress(true);
      if (failing.length > 0) this.epilogue();
    });
  }
};
