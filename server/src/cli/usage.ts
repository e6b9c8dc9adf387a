/** What `seaworthy --help` prints. */
export const USAGE = `seaworthy: finds what is unsafe in Dockerfiles, Compose files and Kubernetes YAML, and fixes it.

  seaworthy scan [path ...]     judge files and folders (the current folder when none is given; - is standard input)
      --format FORMAT           text (default), compact, json, sarif, github, gitlab, junit,
                                markdown, html
      --output FILE             write the report there
      --update-baseline         accept all that is found now: write it to the baseline
      --fail-on SEVERITY        exit with 1 at or above: critical, high (default), medium, low, info, never
  seaworthy fix [path ...]      make the safe fixes
      --hardening               also those that may change how a program runs
      --rule ID                 only this rule; may be repeated
      --dry-run                 print a diff, change nothing
  both:
      --profile PROFILE         recommended (default), strict, all
      --config FILE             this config instead of the nearest .seaworthy.yaml
      --no-config               no config
      --baseline FILE           this baseline instead of the nearest .seaworthy-baseline.json
      --no-baseline             report what the baseline knows too
      --no-suppressions         report what ignore comments silence
      --kubernetes-version X.Y  judge for this version
      --stdin-filename NAME     what standard input is called
  seaworthy rules               every rule; --format text, json, markdown
  seaworthy explain RULE        a rule's page
  seaworthy lsp --stdio         the language server

Exit codes: 0 fine, 1 findings, 2 usage, config or a path that can't be read.
`;
