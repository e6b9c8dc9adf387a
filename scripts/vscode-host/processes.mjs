// Child processes that must not outlive the script that started them.

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };

/**
 * Registers what to do when this process ends for whatever reason but SIGKILL; `stop` must be synchronous.
 * @param {() => void} stop
 * @returns {() => void} takes the registration back
 */
export function onExit(stop) {
  // Node runs no exit listeners when a signal ends it, so a signal is made an ordinary exit with the shell's code for it.
  const leave = (signal) => process.exit(128 + SIGNALS[signal]);
  process.on('exit', stop);
  for (const signal of Object.keys(SIGNALS)) process.on(signal, leave);
  return () => {
    process.off('exit', stop);
    for (const signal of Object.keys(SIGNALS)) process.off(signal, leave);
  };
}

/** Sends a signal to a whole process group, given its leader's id; a group that is gone is no error. */
export function killGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has ended already.
  }
}
