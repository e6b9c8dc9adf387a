FROM debian:13
EXPOSE 65536 80 1-70000/tcp 90-80
#      ^^^^^ dockerfile/invalid-port
#               ^^^^^^^^^^^ dockerfile/invalid-port
#                           ^^^^^ dockerfile/invalid-port
EXPOSE http -1 80,81
#      ^^^^ dockerfile/invalid-port
#           ^^ dockerfile/invalid-port
#              ^^^^^ dockerfile/invalid-port
ARG PORT=99999
EXPOSE $PORT
#      ^^^^^ dockerfile/invalid-port
ONBUILD EXPOSE 100000
#              ^^^^^^ dockerfile/invalid-port
EXPOSE 0 65535 8000-8001/udp 127.0.0.1:80:80 ${ANY} 80-$ANY
