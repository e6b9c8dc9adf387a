/** `user`, taken apart (Compose spec, "user"; Docker run reference, "User"): a name or number, perhaps with a group. */
export interface UserText {
  readonly user: string;
  readonly group: string | undefined;
  readonly isRoot: boolean;
}

/** Reads `user`: `0`, `00`, `+0`, `root` and `0:1000` are root; an empty text is the image's user. */
export function parseUser(text: string): UserText {
  const [user = '', group] = text.trim().split(':');
  return { user, group, isRoot: user === 'root' || /^\+?0+$/.test(user) };
}
