FROM debian:trixie
RUN apt-get update
#           ^^^^^^ dockerfile/update-alone
RUN test -e /usr/bin/curl || apt-get install -y curl
