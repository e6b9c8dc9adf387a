FROM debian:13
RUN echo a | b && printf c | d; yes | e
RUN echo a | b | c
#   ^^^^ dockerfile/pipefail-missing
RUN set -euo pipefail && a | b
RUN a; b | c; set -o pipefail; d | e
#      ^ dockerfile/pipefail-missing
RUN if a | grep -q b; then c | d; fi
#                          ^ dockerfile/pipefail-missing
RUN X="$(a | b)" && echo "$X"
#        ^ dockerfile/pipefail-missing
RUN ["sh", "-c", "a | b"]
RUN bash -o pipefail -c 'a | b'
RUN <<EOF
a | b
#@0-1 dockerfile/pipefail-missing
EOF
RUN <<EOF
#!/bin/bash -eo pipefail
a | b
EOF
RUN a || b
ONBUILD RUN a | b
#           ^ dockerfile/pipefail-missing
