FROM debian:trixie
RUN sudo DEBIAN_FRONTEND=noninteractive apt -yq -o Dpkg::Use-Pty=0 install -t trixie vim- \
    nodejs=20.* \
    make \
#   ^^^^ dockerfile/unpinned-apt-packages and 1 more
    gcc
RUN apt-get remove x; apt-get install; apt-get install $A "x=$V" x/stable
ONBUILD RUN apt-get install -y curl
#                              ^^^^ dockerfile/unpinned-apt-packages
