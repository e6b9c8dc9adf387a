FROM debian:12
ARG NET=host
RUN --mount=type=cache,target=/c --security=insecure \
#                                ^^^^^^^^^^^^^^^^^^^ dockerfile/insecure-run-flag
    --network=host make
#   ^^^^^^^^^^^^^^ dockerfile/insecure-run-flag
RUN --network=$NET make
#   ^^^^^^^^^^^^^^ dockerfile/insecure-run-flag
ONBUILD RUN --security=insecure make
#           ^^^^^^^^^^^^^^^^^^^ dockerfile/insecure-run-flag
RUN --network=none --security=sandbox make --network=host
RUN --network=$UNKNOWN make
