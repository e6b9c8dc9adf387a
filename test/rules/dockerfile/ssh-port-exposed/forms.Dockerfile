FROM debian:12
ARG PORTS="80 22"
EXPOSE 80/tcp \
  22/udp 443
# ^^^^^^ dockerfile/ssh-port-exposed
EXPOSE 20-25
#      ^^^^^ dockerfile/ssh-port-exposed
EXPOSE $PORTS
#      ^^^^^^ dockerfile/ssh-port-exposed
EXPOSE "22"
#      ^^^^ dockerfile/ssh-port-exposed
ONBUILD EXPOSE 22
#              ^^ dockerfile/ssh-port-exposed
