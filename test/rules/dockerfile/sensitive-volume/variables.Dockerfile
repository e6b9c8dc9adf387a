FROM debian:12
ARG ROOT=/dev
VOLUME $ROOT/shm
#      ^^^^^^^^^ dockerfile/sensitive-volume
