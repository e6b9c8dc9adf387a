FROM debian:12
ONBUILD VOLUME /var/run/docker.sock
#              ^^^^^^^^^^^^^^^^^^^^ dockerfile/docker-socket-mount
VOLUME $X
