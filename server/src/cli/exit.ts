/** What went wrong in how the command was called: one line that says what, and what to do. Exit code 2. */
export class UsageError extends Error {}

/** Exit codes of every command. */
export const EXIT = { fine: 0, findings: 1, usage: 2 } as const;
