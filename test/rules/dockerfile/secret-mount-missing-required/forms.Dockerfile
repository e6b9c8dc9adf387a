FROM alpine:3.24
RUN --mount=id=a,type=secret \
#   ^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/secret-mount-missing-required
    --mount=type=SSH,required=false --mount=type=cache,target=/c make
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/secret-mount-missing-required
RUN --mount=type=secret,id=a,required=1 --mount=type=secret,id=b,required=$R make
RUN --mount=type=secret,id=a,target=/run/x test -f /run/x && make
