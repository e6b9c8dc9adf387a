ARG P=linux/amd64
FROM --platform="linux/arm/v7" alpine:3.24 AS app
#               ^^^^^^^^^^^^^^ dockerfile/from-platform-constant
FROM --platform=$P alpine:3.24
FROM --platform=${BUILDPLATFORM:-} alpine:3.24
FROM --platform=linux/amd64 alpine:3.24 AS linux
FROM --platform=windows/amd64 mcr.microsoft.com/windows/nanoserver:ltsc2025 AS win
#               ^^^^^^^^^^^^^ dockerfile/from-platform-constant
FROM --platform=foobar alpine:3.24
