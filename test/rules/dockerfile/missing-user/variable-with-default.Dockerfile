ARG BASE=node:22
FROM --platform=$BUILDPLATFORM ${BASE}
#                              ^^^^^^^ dockerfile/missing-user as those of `node` do
