FROM debian:13
RUN <<EOF
set -e
curl -fsSL https://example.com/a |
  bash
# ^^^^ dockerfile/pipe-to-shell
EOF
RUN apt-get update \
  # the installer
  && curl -fsSL https://example.com/a \
  | bash
#   ^^^^ dockerfile/pipe-to-shell
