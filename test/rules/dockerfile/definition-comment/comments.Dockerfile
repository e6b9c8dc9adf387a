# check=skip=JSONArgsRecommended;experimental=InvalidDefinitionDescription
# VERSION and more
ARG VERSION=1
# Version of the tool
ARG VERSION=1
#   ^^^^^^^ dockerfile/definition-comment
#TAG is glued to its sign
ARG TAG
#no
ARG OTHER SECOND
#   ^^^^^ dockerfile/definition-comment
# SECOND is one of them
ARG FIRST SECOND
# the image
FROM debian:13
# run what
# runs
FROM debian:13 AS run
#                 ^^^ dockerfile/definition-comment
# hadolint ignore=DL3008
RUN true
