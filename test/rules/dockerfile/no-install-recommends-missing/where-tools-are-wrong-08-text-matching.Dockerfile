FROM debian:13
RUN apt-get install -y x --no-install-recommends; apt-get install y
#                                                         ^^^^^^^ dockerfile/no-install-recommends-missing
