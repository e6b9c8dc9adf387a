FROM alpine:3.24 AS build
RUN apk add gcc
ONBUILD RUN apk add x
#               ^^^ dockerfile/apk-no-cache-missing
FROM alpine:3.24 AS base
RUN apk add --update-cache x
#       ^^^ dockerfile/apk-no-cache-missing
FROM base
ARG CACHE
RUN --mount=type=tmpfs,target=/var/cache apk add x
RUN --mount=type=cache,target=$CACHE apk add x
RUN --mount=type=cache,target=/var/cache/apt apk add x
#                                                ^^^ dockerfile/apk-no-cache-missing
RUN apk add x && rm -rf /var/cache/{apk,misc}/* /tmp/*
RUN apk add x && rm -rf /var/cache/apk/x
#       ^^^ dockerfile/apk-no-cache-missing
RUN apk add --virtual .deps x --no-cache && apk del .deps && apk info
RUN ["apk", "add", "x"]
#            ^^^ dockerfile/apk-no-cache-missing
RUN apk update && apk add --no-cache x
#       ^^^^^^ dockerfile/apk-no-cache-missing
RUN apk update && apk add x && rm -rf /var/cache/apk
