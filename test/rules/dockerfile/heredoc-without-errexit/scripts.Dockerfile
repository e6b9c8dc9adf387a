FROM debian:13
RUN <<EOF
#   ^^^^^ dockerfile/heredoc-without-errexit
a
b
EOF
RUN <<EOF
#   ^^^^^ dockerfile/heredoc-without-errexit
#!/bin/sh
a; b
EOF
RUN <<EOF
#!/bin/sh -eu
a
b
EOF
RUN <<EOF
set -o errexit
a
b
EOF
RUN <<EOF
a &&
b || c
EOF
RUN <<EOF
#!/usr/bin/env python3
a
b
EOF
RUN cat <<EOF > /x
a
b
EOF
RUN <<EOF
EOF
