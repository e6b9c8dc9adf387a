FROM mcr.microsoft.com/dotnet/sdk:10.0 AS sdk
FROM debian:13 AS tools
RUN apt-get install -y g++-14 make && make
#                      ^^^^^^ dockerfile/build-tools-in-image
FROM tools AS base
RUN apk add gcc=15.2.0-r1 curl; apk del curl
RUN dnf install -y gcc-c++ && dnf clean all
#                  ^^^^^^^ dockerfile/build-tools-in-image
FROM base
USER app
