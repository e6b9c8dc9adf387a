FROM debian:13 AS base
RUN apt-get install -y a
RUN rm -f /etc/apt/apt.conf.d/docker-clean && apt-get -y install b
#                                                        ^^^^^^^ dockerfile/apt-lists-not-removed
FROM base
RUN apt-get -y upgrade
#              ^^^^^^^ dockerfile/apt-lists-not-removed
RUN --mount=type=cache,target=/var/cache/apt apt-get -y install c
RUN apt-get -y install d && apt-get clean
RUN apt-get -y install d && rm -rf /var/cache/apt/*
