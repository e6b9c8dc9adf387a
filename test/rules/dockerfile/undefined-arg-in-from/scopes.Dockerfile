ARG tag=latest DEBUG
FROM --platform=$BUILDPLATFROM busybox:${tag}${version} AS b
#                ^^^^^^^^^^^^^ dockerfile/undefined-arg-in-from
#                                              ^^^^^^^ dockerfile/undefined-arg-in-from
ARG STAGE=1
FROM scratch${DEBUG}
FROM app:$STAGE
#         ^^^^^ dockerfile/undefined-arg-in-from
FROM app:${OTHER:-1}${OTHER-1}
FROM --platform=linux/$TARGETARCH app:1-${TARGETARCH}
