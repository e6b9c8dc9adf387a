/**
 * Images and packages that are there to build programs, and that no running program needs.
 * Source: the images' pages on Docker Hub and in Microsoft's registry, which advise multi-stage builds; the packages' descriptions in Debian,
 * Alpine and Fedora. Read 2026-11-22.
 */
const IMAGES: ReadonlySet<string> = new Set([
  ...['docker.io/library/golang', 'docker.io/library/rust', 'docker.io/library/maven', 'docker.io/library/gradle'],
  ...['docker.io/library/gcc', 'docker.io/library/buildpack-deps', 'docker.io/library/haskell', 'docker.io/library/sbt'],
  ...['mcr.microsoft.com/dotnet/sdk', 'mcr.microsoft.com/dotnet/core/sdk'],
]);
const PACKAGES =
  /^(?:build-essential|build-base|gcc(?:-\d+)?|g\+\+(?:-\d+)?|gcc-c\+\+|clang(?:-\d+)?|make|gmake|cmake|autoconf|automake|musl-dev|libc6?-dev|base-devel|alpine-sdk)$/;

/** Whether an image, by its canonical name, is one to build programs with. */
export function isBuildImage(canonicalName: string): boolean {
  return IMAGES.has(canonicalName);
}

/** Whether a package of a distribution is one to build programs with; a version may stand behind it. */
export function isBuildPackage(text: string): boolean {
  return PACKAGES.test(text.replace(/[=~<>].*$/, '').replace(/:\w+$/, ''));
}
