FROM debian:13
ONBUILD ONBUILD RUN true
#       ^^^^^^^ dockerfile/onbuild-forbidden-trigger
ONBUILD onbuild onbuild run true
#       ^^^^^^^ dockerfile/onbuild-forbidden-trigger
ONBUILD FROM x
#       ^^^^ dockerfile/onbuild-forbidden-trigger
ONBUILD MAINTAINER me
#       ^^^^^^^^^^ dockerfile/onbuild-forbidden-trigger
ONBUILD ONBUILD
#       ^^^^^^^ dockerfile/onbuild-forbidden-trigger
ONBUILD RUN FROM
ONBUILD
