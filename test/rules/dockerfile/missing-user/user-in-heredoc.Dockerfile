FROM alpine:3.22
#    ^^^^^^^^^^^ dockerfile/missing-user
RUN <<EOF
USER nobody
EOF
