FROM debian:13
ONBUILD RUN rm -f /etc/apt/apt.conf.d/docker-clean
ONBUILD RUN --mount=type=cache,target=/var/lib/apt apt-get update && apt-get install -y a
#                                                                            ^^^^^^^ dockerfile/apt-lists-not-removed
