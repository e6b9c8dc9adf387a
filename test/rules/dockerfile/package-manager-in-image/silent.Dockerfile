FROM scratch
COPY a /a
FROM registry.example.com/team/base:1
FROM debian:13
RUN rm -rf /usr/bin/apt /usr/bin/dpkg /var/lib/dpkg
