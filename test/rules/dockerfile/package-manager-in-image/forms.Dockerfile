FROM debian:13 AS build
RUN rm -rf /var/lib/apt/lists/* && apt-get purge -y curl
FROM build
#    ^^^^^ dockerfile/package-manager-in-image
