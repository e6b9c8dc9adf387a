FROM debian:12
VOLUME /var/run/docker.sock:/var/run/docker.sock
#      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/docker-socket-mount
VOLUME /a \
    /run/podman/podman.sock
#   ^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/docker-socket-mount
VOLUME ["//var//run/docker.sock"]
#       ^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/docker-socket-mount
ARG SOCK=/run/docker.sock
VOLUME $SOCK "/run"
#      ^^^^^ dockerfile/docker-socket-mount
VOLUME /run/docker /run/containerd ./docker.sock
