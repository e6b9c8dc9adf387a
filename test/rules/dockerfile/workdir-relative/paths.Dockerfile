FROM debian:13 AS base
WORKDIR app
#       ^^^ dockerfile/workdir-relative
WORKDIR lib
#       ^^^ dockerfile/workdir-relative
WORKDIR /srv
WORKDIR "quoted path"
#       ^^^^^^^^^^^^^ dockerfile/workdir-relative
WORKDIR ../x/./y
#       ^^^^^^^^ dockerfile/workdir-relative
FROM base
WORKDIR more
#       ^^^^ dockerfile/workdir-relative
ENV DIR=sub
WORKDIR $DIR
#       ^^^^ dockerfile/workdir-relative
ONBUILD WORKDIR app
#               ^^^ dockerfile/workdir-relative
WORKDIR $UNKNOWN
WORKDIR next
#       ^^^^ dockerfile/workdir-relative
WORKDIR 'C:\x'
WORKDIR \\server
