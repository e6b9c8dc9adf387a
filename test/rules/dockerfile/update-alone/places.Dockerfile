FROM debian:trixie
RUN echo a && \
    apt-get update && \
#           ^^^^^^ dockerfile/update-alone
    echo b
ADD x /x
RUN echo c && DEBIAN_FRONTEND=noninteractive apt-get install -y x
FROM debian:trixie
RUN sudo apt update -qq
#            ^^^^^^ dockerfile/update-alone
RUN <<EOF
apt install -y curl
EOF
RUN ["apk", "update"]
#            ^^^^^^ dockerfile/update-alone
RUN pacman -Sy
#          ^^^ dockerfile/update-alone
RUN pacman -Sy nginx; apt-get install x && apt-get update
#                                                  ^^^^^^ dockerfile/update-alone
