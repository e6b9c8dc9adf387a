FROM debian:13
RUN useradd -u 100000 a
#              ^^^^^^ dockerfile/useradd-huge-layer
RUN useradd -mu999999 b
#              ^^^^^^ dockerfile/useradd-huge-layer
RUN useradd --uid=1000000 c && useradd -lu 1000000 d
#                 ^^^^^^^ dockerfile/useradd-huge-layer
RUN useradd -u 99999 e && adduser -u 1000000 f
RUN useradd -u 1000000 --no-log-init g
RUN useradd -u "$ID" h
RUN ["useradd", "-u", "1000000", "i"]
#                      ^^^^^^^ dockerfile/useradd-huge-layer
RUN <<EOF
set -e
useradd -c 'a b' -u 1000000 j
#                   ^^^^^^^ dockerfile/useradd-huge-layer
EOF
