FROM debian:13
EXPOSE 127.0.0.1:80:80 81
#      ^^^^^^^^^^^^^^^ dockerfile/expose-host-port
EXPOSE [::1]:80:8080-8090/udp
#      ^^^^^^^^^^^^^^^^^^^^^^ dockerfile/expose-host-port
EXPOSE 80 \
  8080:80
# ^^^^^^^ dockerfile/expose-host-port
ARG ADDRESS=127.0.0.1:80
EXPOSE $ADDRESS:80 $ADDRESS x:y
