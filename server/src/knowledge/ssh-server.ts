/**
 * Settings of an SSH server that open it to guessing.
 * Source: sshd_config(5), https://man.openbsd.org/sshd_config; CIS Distribution Independent Linux 5.2. Read 2026-11-21.
 */
import type { VerificationSwitches } from './verification-switch.ts';

export const SSH_SERVER_LOGINS: VerificationSwitches = {
  flags: [{ programs: ['sshd'], flags: ['-o'], off: /^(?:PermitRootLogin|PermitEmptyPasswords)\s*[= ]\s*yes$/i }],
  written: [
    { pattern: /(?<at>PermitRootLogin(?:\\?[ \t=]+)(?<off>yes))\b/di, on: 'no' },
    { pattern: /(?<at>PermitEmptyPasswords(?:\\?[ \t=]+)(?<off>yes))\b/di, on: 'no' },
  ],
};
