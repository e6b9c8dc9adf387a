/** An option of a command that switches verification off. */
export interface VerificationFlag {
  readonly programs: readonly string[];
  readonly flags: readonly string[];
  /** The values that switch it off; without it the flag alone does (but not `--flag=false`). */
  readonly off?: RegExp;
  /** It takes a value, and every value switches it off. */
  readonly anyValue?: boolean;
  /** What a fix writes in its place; without it the flag goes. */
  readonly instead?: string;
}

/** An environment variable that switches verification off. */
export interface VerificationVariable {
  readonly name: RegExp;
  /** Matches the whole value, or the part of it that is the switch. */
  readonly off: RegExp;
}

/** Text that switches verification off: arguments of a command, joined by blanks, or a line of a file that is written. */
export interface VerificationText {
  /** Groups: `at` is what is reported, `off` the part that `on` is written for. */
  readonly pattern: RegExp;
  /** What a fix writes in place of `off`; without it the command goes. */
  readonly on?: string;
  /** For arguments: the programs. */
  readonly programs?: readonly string[];
  /** For files: the path that must be written to, where the text alone says too little. */
  readonly file?: RegExp;
}

/** The ways in which one kind of client is told not to verify what it talks to, or what it gets. */
export interface VerificationSwitches {
  readonly flags?: readonly VerificationFlag[];
  /** Short options of its programs that take a value, so that clusters (`-sko x`) are read right. */
  readonly shortValueFlags?: readonly string[];
  readonly variables?: readonly VerificationVariable[];
  readonly arguments?: readonly VerificationText[];
  readonly written?: readonly VerificationText[];
  /** Its operands are URLs: a command that only talks to the loopback is left alone. */
  readonly takesUrls?: boolean;
}
