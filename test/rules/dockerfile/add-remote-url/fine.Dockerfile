FROM alpine:3.22
ARG SUM
ADD --checksum=$SUM https://example.com/a /a
ADD rootfs.tar.gz ./b <<EOF /x/
https://example.com/a
EOF
COPY https://example.com/a /b
ADD $URL /c
