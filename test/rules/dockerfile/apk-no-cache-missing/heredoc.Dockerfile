FROM alpine:3.22
RUN <<EOF
apk add git
#   ^^^ dockerfile/apk-no-cache-missing
apk upgrade
#   ^^^^^^^ dockerfile/apk-no-cache-missing
EOF
