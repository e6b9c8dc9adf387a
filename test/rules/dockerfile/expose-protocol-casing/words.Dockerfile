FROM debian:13
EXPOSE 80/TCP 81/tcp 82/uDp
#         ^^^ dockerfile/expose-protocol-casing
#                       ^^^ dockerfile/expose-protocol-casing
ONBUILD EXPOSE "83/SCTP"
EXPOSE $PORT/TCP 84 ${A/B/C}
#            ^^^ dockerfile/expose-protocol-casing
