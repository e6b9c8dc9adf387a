// Entry of the tests in the extension host: runs them in order and leaves the results in the file SEAWORTHY_HOST_RESULTS.
const { writeFileSync } = require('node:fs');

const TEST_SECONDS = 30;

exports.run = async () => {
  const tests = [];
  const test = (name, body) => tests.push({ name, body });
  // The first part needs a window in which nothing was opened yet.
  for (const part of ['activation', 'diagnostics', 'code-actions', 'silencing', 'many', 'commands', 'surfaces'])
    require(`./${part}.cjs`)(test);
  const results = [];
  for (const { name, body } of tests) {
    const start = Date.now();
    const failure = await within(TEST_SECONDS, body).then(
      () => undefined,
      (error) => String(error?.stack ?? error),
    );
    results.push({ name, milliseconds: Date.now() - start, ...(failure !== undefined && { failure }) });
    writeFileSync(process.env.SEAWORTHY_HOST_RESULTS, JSON.stringify(results));
  }
  const failed = results.filter(({ failure }) => failure !== undefined);
  if (failed.length > 0) throw new Error(`${failed.length} of ${results.length} tests failed`);
};

async function within(seconds, body) {
  let timer;
  const tooLong = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`It did not end within ${seconds} s.`)), seconds * 1000);
  });
  try {
    return await Promise.race([body(), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
