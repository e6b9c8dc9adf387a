const HOME_VARIABLE = /^\$(?:HOME\b|\{HOME\})/;
const AGENT_VARIABLE = /^\$(?:SSH_AUTH_SOCK\b|\{SSH_AUTH_SOCK\b)/;

/**
 * Whether the source of a volume is a path of the host and not a volume's name (compose-go `isFilePath`); so is one below `$HOME`, and the SSH
 * agent's socket in `$SSH_AUTH_SOCK`.
 */
export function isHostPath(source: string): boolean {
  return /^[./~\\]/.test(source) || /^[a-zA-Z]:/.test(source) || HOME_VARIABLE.test(source) || AGENT_VARIABLE.test(source);
}

/** A path whose only variable is the `$HOME` in front: known as one below `~`, wherever Compose runs. Undefined for any other. */
export function homePath(text: string): string | undefined {
  return HOME_VARIABLE.test(text) && !text.slice(1).includes('$') ? text.replace(HOME_VARIABLE, '~') : undefined;
}
