FROM debian:13 AS build
RUN apt-get update
FROM debian:13
RUN rm -rf /var/lib/apt/lists/* && apt-get update
#                                          ^^^^^^ dockerfile/apt-lists-not-removed
RUN apt-get update && apt-get install -y a && rm -rf /var/lib/{apt,dpkg,cache,log}/
RUN apt update; apt update && apt-get clean && rm -rf /var/lib/apt/lists/partial
#                   ^^^^^^ dockerfile/apt-lists-not-removed
RUN apt-get update && cd /var/lib && rm -rf apt dpkg
RUN aptitude -q2 update && find /var/lib/apt/lists -type f -delete
RUN --mount=type=bind,target=/var/lib/apt/lists,rw apt-get update
RUN if test -e /x; then sudo apt-get update; fi
#                                    ^^^^^^ dockerfile/apt-lists-not-removed
RUN ["apt-get", "update"]
#                ^^^^^^ dockerfile/apt-lists-not-removed
RUN apt-get install a
RUN <<EOF
apt-get update
#       ^^^^^^ dockerfile/apt-lists-not-removed
EOF
ONBUILD RUN apt-get update && apt-get install -y a
#                   ^^^^^^ dockerfile/apt-lists-not-removed
