FROM debian:12
WORKDIR process/self
WORKDIR /procfs/../deviation
WORKDIR $PROC/self/fd
WORKDIR /srv/dev/boot
