FROM debian:12
ARG U=app
USER $U:0
#    ^^ dockerfile/non-numeric-user
