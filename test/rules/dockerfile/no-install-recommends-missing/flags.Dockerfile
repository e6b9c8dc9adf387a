FROM debian:13
RUN apt-get install x; apt-get install x --no-install-recommends; apt-get --install-recommends install x
#           ^^^^^^^ dockerfile/no-install-recommends-missing
RUN aptitude install -R x; aptitude install x; apt install --no-install-suggests x; apt-get upgrade
#                                   ^^^^^^^ dockerfile/no-install-recommends-missing
#                                                  ^^^^^^^ dockerfile/no-install-recommends-missing
RUN ["apt-get", "apt::install-recommends=false", "install", "x"]
RUN apt-get install $APT_FLAGS x; apt-get -t trixie-backports install x
#                                                             ^^^^^^^ dockerfile/no-install-recommends-missing
RUN apt-get -o APT::Install-Recommends=false install x && apt-get install y
#                                                                 ^^^^^^^ dockerfile/no-install-recommends-missing
RUN printf "APT::Install-Recommends \"0\";\n" > /etc/apt/apt.conf.d/90
RUN apt-get install x
