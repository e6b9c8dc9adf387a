ARG GLOBAL=1
ARG USED=2
FROM node:24 AS base
ARG USED
LABEL a=$GLOBAL b=$USED
#        ^^^^^^ dockerfile/undefined-variable
FROM base
LABEL a=$GLOBAL b=$USED
#        ^^^^^^ dockerfile/undefined-variable
COPY bin/$TARGETARCH /
#         ^^^^^^^^^^ dockerfile/undefined-variable
ARG TARGETOS
COPY bin/$TARGETOS /
FROM scratch
COPY --chown=$UID a /
#             ^^^ dockerfile/undefined-variable
ENV HOME=$HOME/x PROXY=$http_proxy
