FROM debian:trixie
RUN apt-get -qq dist-upgrade && apt full-upgrade
#               ^^^^^^^^^^^^ dockerfile/package-upgrade
#                                   ^^^^^^^^^^^^ dockerfile/package-upgrade
RUN ["dnf", "-y", "update"]
#                  ^^^^^^ dockerfile/package-upgrade
RUN yum update -y openssl; zypper --non-interactive dup; pacman -Syu --noconfirm; pacman -Syu nginx
#                                                   ^^^ dockerfile/package-upgrade
#                                                               ^^^^ dockerfile/package-upgrade
RUN apt-get update; npm update; yum upgrade --setopt a=b
#                                   ^^^^^^^ dockerfile/package-upgrade
